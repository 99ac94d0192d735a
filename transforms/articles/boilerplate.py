"""Paragraphs that are not part of an article: share bars, invitations, copyright, credits of editors and photographers, notices."""

import re

from transforms.articles.notices import find_notice

_MAX_CHARS = 500
_BOILERPLATE = re.compile(
    r"""(?: (?:©|\(c\)\s|copyright\b(?!\s+(?:law|infring|claim|case|act|bill|rule|office|protect)))
    | all\ rights\ reserved
    | (?:(?:read|see|learn|find\ out)\ more|(?:read|see)\ also|read\ next)\b (?: \s*[:|»>-] | .{0,90}$ )
    | (?:also\ read|see\ also|read\ the\ full|related(?:\ (?:articles?|stories|topics|content|news|coverage))?)\s* (?:[:|»>-] | $ )
    | more\ (?:on\ this|from|stories|news|about\ this)\b .{0,60}$
    | (?:sign\ up|subscribe|log\ in|register)\b (?:\ (?:now|here|today|free|to|for|and|in|with|via)\b .{0,200})? [.!:»>]? $
    | (?:get|receive)\ (?:the\ latest|our|unlimited|breaking|news|more)\b .{0,120} (?:inbox|newsletter|alerts?|e-?mail|app|access)
    | (?:sign\ up|subscribe)\ (?:for|to)\ [^.]{0,80}\bnewsletters?\b
    | get\ the\ .{0,80}\ (?:delivered\ to|in)\ your\ inbox
    | (?:join|follow|like|find|contact|connect\ with)\ (?:us|our|@\w+|the\ (?:conversation|author))\b .{0,120}
        (?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|\ on\ x\b|newsletter|channel|@) .{0,80} $
    | follow\ @?\w+(?:\ \w+)?\ on\ (?:twitter|facebook|x|instagram|telegram)\b
    | (?:share|tweet|print|save|e-?mail|pin)(?:\ (?:this|on|via|with|to)\b .{0,60})? (?:\ (?:article|story|page|post))? $
    | (?:(?:share|tweet|facebook|twitter|whatsapp|e-?mail|print|linkedin|reddit|telegram|pinterest|copy\ link)[\s|,•·/]*){2,} $
    | (?:advertisement|advertising|sponsored(?:\ content)?|story\ continues\ below.*|article\ continues\ (?:below|after).*)[.:]?\ ?$
    | (?:advertisement\ )?continue\ reading\ the\ main\ story\b .{0,20}$
    | just\ watched\b .{0,400}\breplay\b
    | (?:click|tap)\ here\b | download\ (?:the|our)\ .{0,40}\bapp\b
    | (?:comments?|leave\ a\ (?:comment|reply)|view\ comments|show\ more|load(?:ing|\ more)(?:…|\.\.\.)?
        |skip\ (?:to|advert).{0,40}|back\ to\ top)\s*$
    | (?:tags?|topics|filed\ under|keywords|categor(?:y|ies))\s*: .{0,200}$
    | (?:photo|image|picture|video|file\ photo|photograph)s?(?:\ (?:credit|source|by|courtesy))?\s*[:/] .{0,200}$
    | \(?(?:additional\ |with\ |further\ )?(?:reporting|writing|editing|compiled|edited|translated|written)\ by\ [^a-z].{0,300}\)?\s*$
    | \(?(?:reporting|writing|editing)\ by\ .{0,300} (?:editing|writing)\ by
    | contributing\s*:\s .{0,200}$ | write\ to\ [A-Z][^.]{0,60}\ at\ \S+@
    | (?:with\ (?:files|reporting|input|additional\ reporting|inputs)\ (?:from|by)|material\ from)\ .{0,200}$
    | (?:\#{2,}|_{3,}|-{3,}|\*{3,}|[–—-]?\s?30\s?[–—-]|ends?|\(ends?\)|/ends)[.\s]*$
    | (?:already|not\ yet)\ (?:an?\ (?:\w+\ )?(?:subscriber|member)|registered)\b .{0,60}$
    | (?:most\ (?:read|popular|viewed)|trending(?:\ (?:now|stories))?|recommended(?:\ (?:for\ you|stories|reading))?
        |don[’']t\ miss|editors?[’']?s?\ picks?|you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)
        |what\ to\ read\ next|up\ next|latest\ (?:news|stories|headlines|updates))\s*[:»>]?\s*$
    | (?:listen|watch)(?:\ (?:now|live|more|to\ this\ (?:article|story)|the\ video\ (?:above|below)))?\s*[:»>]?\s*$
    | (?:listen|watch|also\ watch)\s*: .{0,120}$
    | by\ (?:signing\ up|subscribing|submitting|clicking)\b .{0,200}\b(?:agree|consent|accept)\b
    | thank(?:s|\ you)\ for\ (?:signing\ up|subscribing|reading\ (?:this|our)|registering)\b .{0,120}$
    | (?:for\ (?:media|press)\ (?:inquiries|enquiries|queries)|(?:media|press)\ contacts?)\b .{0,200}$
    | (?:the\ )?(?:views|opinions)\ expressed\ (?:in|by|here)\b .{0,300}$
    | (?:accept|manage|reject)\ (?:all\ )?(?:cookies|preferences)\b .{0,60}$
    | our\ standards\s*:
    | (?:this|the)\ (?:article|story|post)\ (?:was|has\ been)?\ ?(?:originally|first|also)\ (?:published|appeared|posted)\b
    | (?:support|donate\ to|help\ support)\ (?:our|independent|quality|the)\ .{0,60}journalism
    | \d[\d.,]*\s?[km]?\ (?:shares?|comments?|views|likes)\s*$ | scroll\ down\b .{0,60}$ | (?:image|photo|video)\ (?:copyright|caption)\b
    | https?://\S+\s*$
    | (?:enable|please\ enable)\ javascript | we\ use\ cookies | (?:terms\ of\ (?:use|service)|privacy\ policy)\b .{0,80}$
    )""",
    re.I | re.X | re.S,
)
#: What tells only behind other words, which may be any: it is looked for where one of its words stands at all.
_BEHIND_OTHERS = re.compile(
    r"""[^.]{0,80}\bnewsletters?\ sign\ up\b
    | (?:[^.]{0,40}\ )?(?:staff|news)?\ ?writers?\ [^.]{0,160}\ contributed\ to\ this\ report\b .{0,300}$
    | (?:[^.]{0,160}\ )?contributed\ (?:to\ (?:this|the)\ (?:report|story|article)|reporting)\b .{0,120}$
    | (?-i:(?:(?:,\ (?:and\ )?|\ and\ )?[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]*){1,3}){1,4})\ contributed\.?\s*$
    """,
    re.I | re.X | re.S,
)
_TELLING = ("newsletter", "contributed")


def is_boilerplate(paragraph: str) -> bool:
    """Whether a paragraph is the page's or agency's own rather than the article's."""
    if len(paragraph) <= _MAX_CHARS and (_BOILERPLATE.match(paragraph) or (_may_tell(paragraph) and _BEHIND_OTHERS.match(paragraph))):
        return True
    return find_notice(paragraph) is not None


def _may_tell(paragraph: str) -> bool:
    words = paragraph.casefold()
    return any(word in words for word in _TELLING)
