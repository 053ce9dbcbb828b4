"""What a conference is: plain values and rules. No screen, no file, no clock."""
