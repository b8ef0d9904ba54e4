"""The pages, tables and plots of a reader study."""
