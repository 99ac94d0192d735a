"""Notices: what an outlet says about its own article, that it was corrected, updated or sent again. None of it is reporting."""

import re
from typing import Literal

type Notice = Literal["correction", "update"]

_MAX_CHARS = 600
_WORK = r"(?:article|story|report|post|piece|item|dispatch|version|headline|text)"
_THIS = rf"(?:this\ (?:\w+\.?\ \d{{1,2}}\ )?{_WORK}|the\ (?:article|story))"
_MENDED = r"(?:corrected|amended|clarified|edited\ to\ correct)"
_RENEWED = r"(?:updated|refiled|revised|republished|edited|changed)"
_CORRECTION = re.compile(
    rf"""[\[(*\s]*(?: (?:corrections?(?:\ and\ clarifications?)?|clarifications?|corrected|erratum)\b\s*(?:\([^)]{{0,40}}\))?\s*[:.—–-]
    | (?:corrects|corrected|correcting|fixes|amends)\b (?=.{{0,200}}\b(?:paragraphs?|para|headline|title|byline|dateline
        |name|spelling|date|day|typo|figures?|quote|attribution|lead|graf|{_WORK})\b) .{{0,300}} [)\].]
    | (?:an?|the|our)\ (?:earlier|previous|original|initial)\ version\ of\ (?:this|the|our)\ {_WORK}\b
    | {_THIS}\ (?:has\ been|was|is|have\ been)\ (?:since\ )?{_MENDED}\b
    | (?:this\ version\ of\ the\ {_WORK}|{_THIS})\ (?:corrects|fixes)\b
    | we\ (?:regret|apologi[sz]e\ for)\ (?:the|any|this)\ (?:error|mistake|inaccurac) )""",
    re.I | re.X | re.S,
)
_UPDATE = re.compile(
    rf"""[\[(*\s]*(?: {_THIS}\ (?:has\ been|was|is\ being|will\ be|have\ been)\ (?:\w+\ )?{_RENEWED}\b
    | (?:updates?|updated)\s*(?:\([^)]{{0,40}}\))?\s*[:.—–-]\s (?=.{{0,200}}\b(?:{_WORK}|updated?)\b) .{{0,300}} $
    | (?:updates?|updating|adds|adding|recasts|refiles|repeats|rewrites|recaps|removes|deletes|inserts|eds)\b [\ :,;]
        (?=.{{0,200}}\b(?:details?|quotes?|comments?|background|bylines?|context|paragraphs?|para|headline|throughout|reactions?|lead|link
        |graphic|photo|pictures?|media|edits|slug|dateline|{_WORK})\b) [^.!?]{{0,250}} [)\]] \.?\s*$
    | (?:this\ is\ a\ )?(?:developing|breaking)(?:\ news)?\ (?:story|news)\b .{{0,120}}$
    | (?:more\ (?:details|information)|updates?)\ (?:to\ follow|will\ follow|soon)\b .{{0,40}}$
    | editor(?:[’']?s|s[’']|ial)?\ note\s*[:.—–-] )""",
    re.I | re.X | re.S,
)
#: How agencies mark a new sending in the headline: "UPDATE 2-…", "CORRECTED-…", "WRAPUP 1-…".
_CORRECTED_TITLE = re.compile(r"(?:CORRECTED|CORRECTION|CLARIFICATION|CLARIFIED)\b[\s:–—-]*(?=\S)|.{0,200}\((?:corrected|correction)\)$")
_UPDATED_TITLE = re.compile(
    r"(?:UPDATE|WRAPUP|RECAST|REFILE|RPT|REPEAT|UPDATED?)(?:[- ]?\d{1,2})?\s?[:–—-]\s?(?=\S)|.{0,200}\((?:updated|update \d)\)$"
)


def find_notice(paragraph: str) -> Notice | None:
    """What a paragraph says has happened to its article; None when it says something else."""
    if len(paragraph) > _MAX_CHARS:
        return None
    if _CORRECTION.match(paragraph):
        return "correction"
    return "update" if _UPDATE.match(paragraph) else None


def find_title_notice(title: str) -> Notice | None:
    """What the mark of an agency in a headline says has happened to its article."""
    if _CORRECTED_TITLE.match(title):
        return "correction"
    return "update" if _UPDATED_TITLE.match(title) else None
