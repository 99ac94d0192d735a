"""What pages insert in the middle of a sentence and archives save with it: link lists behind a name, labels of pictures.

A text that holds any is given without; the sentence around reads on."""

import re

#: A name of somebody, the name in full with a headline glued to it, further headlines and "MORE": "Tim Kaine Timothy (Tim) Michael
#: KaineOvernight Health Care … MORE said".
_LINK_LIST = re.compile(
    r"\b(?P<surname>[A-Z][\w'’-]+),?[ ](?:[A-Z()\"“”][\w.()\"”'’-]*[ ]){0,6}?(?P=surname)(?=[A-Z0-9'‘\"“])[^\n]{10,420}?[ ]MORE\b"
)
#: The label of a picture and whose it is, before its caption.
_PICTURE_LABEL = re.compile(
    r"\bImage copyright (?:[A-Z][\w/&'’.-]*[ ]){1,5}?Image caption "
    r"|\bEnlarge this image toggle caption (?P<credit>[A-Z][^\n.]{3,60}?) (?P=credit)(?= |$)"
)
_MARKS = (" MORE", "Image copyright ", "toggle caption ")


def without_inline_boilerplate(text: str) -> tuple[str, int]:
    """The text without what a page inserted into its sentences, and how many such pieces there were."""
    if not any(mark in text for mark in _MARKS):
        return text, 0
    text, lists = _LINK_LIST.subn(r"\g<surname>", text)
    text, labels = _PICTURE_LABEL.subn("", text)
    return text, lists + labels
