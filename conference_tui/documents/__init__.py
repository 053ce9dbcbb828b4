"""What is handed out: documents drawn from a state already reduced to their reader, and printing."""
