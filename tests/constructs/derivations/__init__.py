"""Derivations of the expected numbers, a module for each folder of models."""
