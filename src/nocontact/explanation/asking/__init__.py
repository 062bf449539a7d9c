"""What to ask next: which open questions can still change the answer, and how much they decide."""
