"""What a denoiser keeps of known lesions that are put into the user's own image."""
