"""The command line: arguments in, renderables out; it knows no rule and no format.

One file for each command. Each returns 0 (fine), 1 (found something) or 2 (could not run); a
user's mistake is told in a line or two on standard error, never as a traceback. This room alone
asks what day it is, and only to tell whether the host's helplines are fresh.
"""
