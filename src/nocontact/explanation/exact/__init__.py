"""What is enough and what would change it: exact over all scenarios, each result looked at twice.

The answers of a person become units, diagrams give the smallest sets, and the reference engine
looks at every one of them again before it is shown.
"""
