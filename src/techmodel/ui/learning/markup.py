"""A guide as rich text: its headings with anchors, lists, cases and sources."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from techmodel.ui.look import L, M, S, Size
from techmodel.ui.web_address import safe_url
from techmodel.wording import learning as wording
from techmodel.wording.web_address import link_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from techmodel.core.learning import Case, Page
    from techmodel.ui.look import Look

Section = tuple[str, str, bool]
"""Key, heading, and whether it is a case."""


def find_sections(page: Page) -> tuple[Section, ...]:
    """The sections of a guide in order, the cases after their heading."""
    return (*_heads(page), *((f"case-{case.id}", case.title, True) for case in page.cases))


def guide_markup(page: Page) -> str:
    """The whole guide. What content holds is escaped: none of it becomes markup."""
    guide = page.guide
    parts = {
        "problem": f"<p>{escape(guide.problem)}</p>",
        "worked": _list(guide.worked),
        "avoid": _list(guide.avoid),
        "lessons": _lessons(page),
        "cases": f'<p class="small">{escape(wording.NOTICE)}</p>',
    }
    heads = (_head(2, key, title) + parts[key] for key, title, _ in _heads(page))
    return "".join((*heads, *map(_case, page.cases)))


def style_of(look: Look) -> str:
    """The style sheet of the text in the colours and sizes of the window."""
    palette, px = look.palette, look.px
    return f"""
        h2 {{ font-size: {px(Size.TITLE)}px; font-weight: 600; color: {palette.ink};
              margin-top: {px(L)}px; margin-bottom: {px(S)}px; }}
        h3 {{ font-size: {px(Size.LARGE)}px; font-weight: 600; color: {palette.ink};
              margin-top: {px(L)}px; margin-bottom: 0px; }}
        p, li {{ color: {palette.ink}; margin-top: 0px; margin-bottom: {px(S)}px; }}
        ul {{ margin-top: 0px; margin-bottom: {px(M)}px; }}
        .small {{ font-size: {px(Size.BODY)}px; color: {palette.ink2}; }}
        .strong {{ font-weight: 600; }}
    """


def _heads(page: Page) -> Iterator[Section]:
    """The headings that have something below them."""
    guide = page.guide
    held = (
        ("problem", wording.PROBLEM, guide.problem),
        ("worked", wording.WORKED, guide.worked),
        ("avoid", wording.AVOID, guide.avoid),
        ("lessons", wording.LESSONS, guide.lessons),
        ("cases", wording.CASES, page.cases),
    )
    return ((key, title, False) for key, title, inside in held if inside)


def _head(level: int, key: str, title: str) -> str:
    return f'<h{level}><a name="{escape(key)}">{escape(title)}</a></h{level}>'


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _lessons(page: Page) -> str:
    lines = (
        f'<li>{escape(lesson.lesson)}<br><span class="small">{escape(lesson.source)}</span></li>'
        for lesson in page.guide.lessons
    )
    return f"<ul>{''.join(lines)}</ul>"


def _case(case: Case) -> str:
    facts = (
        (wording.DONE, case.what),
        (wording.RESULT, case.result),
        (wording.READ_ON, case.read_on),
    )
    said = "".join(f"<p>{_strong(head)} {escape(text)}</p>" for head, text in facts if text)
    where = f'<p class="small">{escape(wording.where_and_when(case))}</p>'
    return _head(3, f"case-{case.id}", case.title) + where + said + _source(case)


def _source(case: Case) -> str:
    url = safe_url(case.url)
    title = escape(case.source)
    if url is not None:
        words = escape(link_words(case.source, url.host()))
        title = f'<a href="{escape(case.url)}">{words}</a>'
    rights = escape(wording.licence(case.licence))
    return f'<p class="small">{_strong(wording.SOURCE)} {title}. {rights}.</p>'


def _strong(head: str) -> str:
    return f'<span class="strong">{escape(head)}.</span>'
