"""Merging: what two files of one assessment differ in, and settling it."""
