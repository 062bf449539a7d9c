"""Rules-based decision support for healthy disengagement, with an explained answer."""
