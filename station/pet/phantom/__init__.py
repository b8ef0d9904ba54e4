"""The NEMA image-quality phantom: where its spheres are, and what an image recovers of them."""
