"""What is handed out, opened and read again."""
