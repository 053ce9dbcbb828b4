"""What follows from a conference's record, as plain data, one subject a module; `whole` puts it together."""
