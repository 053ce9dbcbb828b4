"""Parts that several papers share, each written from what a child's view holds."""
