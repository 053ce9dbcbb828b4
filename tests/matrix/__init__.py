"""Every word that a person can type, planted once, and looked for in every copy."""
