"""The command line: arguments, help, exit codes. Everything else is imported when it is needed."""
