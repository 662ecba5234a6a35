"""From the content to the bytes of a tagged PDF."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor

from techmodel.core.palette import LIGHT
from techmodel.export.content.blocks import Prose, Tone
from techmodel.export.content.texts import texts_of
from techmodel.export.pdf.canvas import TagCanvas, marked
from techmodel.export.pdf.fonts import REGULAR, SUBSTITUTE, showable, width
from techmodel.export.pdf.layout import lay_out
from techmodel.export.pdf.story import story
from techmodel.export.pdf.styles import MARGIN, PAGE, SMALL
from techmodel.wording.report_method import SUBSTITUTE_NOTE

if TYPE_CHECKING:
    from datetime import datetime

    from techmodel.export.content.blocks import Block, Content


def document(content: Content, made: datetime) -> bytes:
    """The whole PDF: the same bytes for the same content and the same moment."""
    file = BytesIO()
    canvas = TagCanvas(file, PAGE)
    canvas.describe(content.title, content.author, content.subject, _pdf_date(made))
    canvas.furnish = lambda page, total: _foot(canvas, content.footer, page, total)
    lay_out(canvas, story((*content.blocks, *_substitutes(content)), canvas.root))
    canvas.save()
    return file.getvalue()


def _substitutes(content: Content) -> tuple[Block, ...]:
    """A line about the substitute, where some text has a character that cannot be shown."""
    if all(SUBSTITUTE not in showable(text) for text in texts_of(content.blocks)):
        return ()
    return (Prose(SUBSTITUTE_NOTE.format(SUBSTITUTE), Tone.SMALL),)


def _foot(canvas: TagCanvas, words: str, page: int, total: int) -> None:
    """The line at the foot of every page."""
    number = f"Page {page} of {total}"
    right = PAGE[0] - MARGIN
    with marked(canvas, None, "Pagination"):
        canvas.setStrokeColor(HexColor(LIGHT.rule))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, 40, right, 40)
        canvas.setFont(REGULAR, SMALL)
        canvas.setFillColor(HexColor(LIGHT.ink2))
        canvas.drawString(MARGIN, 27, _short(words, right - MARGIN - 80))
        canvas.drawRightString(right, 27, number)


def _short(words: str, room: float) -> str:
    """As many words as fit; the whole title stands on the first page."""
    text = showable(words).replace("\n", " ")
    if width(text, REGULAR, SMALL) <= room:
        return text
    while text and width(f"{text}\N{HORIZONTAL ELLIPSIS}", REGULAR, SMALL) > room:
        text = text[:-1]
    return f"{text.rstrip()}\N{HORIZONTAL ELLIPSIS}"


def _pdf_date(moment: datetime) -> str:
    offset = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
