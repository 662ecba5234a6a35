"""The reports place: is it ready to send, and sending it."""
