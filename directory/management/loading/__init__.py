"""Committed files into records: the vocabulary and the articles."""
