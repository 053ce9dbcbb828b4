"""What people see: one module for each item of the agenda, in the agenda's words."""
