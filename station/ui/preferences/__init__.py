"""What a reader prefers: the dialog, and the pages of the first start."""
