"""What is said around a web address: the question before it is opened, and what came of it."""

OPEN_QUESTION = "Open this address in your browser?"
OPEN, COPY = "Open in the browser", "Copy address"
COPIED, OPENED = "Address copied.", "Address given to your browser."
NOT_OPENED = "Your system could not open the address. Copy it into a browser instead."
NEVER_OPENED = "Only plain https addresses are opened from here, so this one is shown as text."


def link_words(what: str, host: str) -> str:
    """The words of a link to a web address: "Web page at www.example.org"."""
    return f"{what} at {host}"
