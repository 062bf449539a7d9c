"""Why and why not: proof trees read off the trace, down to answers and paragraphs.

No diagrams are needed here: what fired, what did not, and what was found decide.
"""
