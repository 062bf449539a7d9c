"""The derivation as a picture: answers, rules, findings, plan."""
