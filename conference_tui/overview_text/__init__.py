"""What `conference show` tells, as lines of text, one subject a module; `whole` puts it together."""
