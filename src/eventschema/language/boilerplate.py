"""What a scraper leaves around an article: menus, promotions, credits, notices, hidden markup.

The rules are about English pages, and each is about a whole line or a whole sentence. A line that
reads like running prose is debris only where it begins like a notice ("We use cookies ..."): what
is dropped here cannot be found later, while a menu that slips through merely costs tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventschema.language import listings
from eventschema.span import Span

_LONGEST_NOTICE = 300  # code points: one or two sentences; a longer line is an article's own
_LONGEST_HEADLINE = 160  # code points: search engines cut headlines at some 70, papers below 120
_LONGEST_MENU = 1000  # code points: fifty sections; the bound also keeps hostile lines cheap
_SHORTEST_MENU = 3  # entries: two, "Talks fail | Live", may be a headline
_LONGEST_ENTRY = 5  # words of a menu's entry: "Subscribe for 1 EUR"
_SHORTEST_PROSE = 4  # words before a full stop: "Five people were killed."


def _starts(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# The patterns below are written for plain punctuation: every character stands for one character.
_PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u203a\xa0", "''\"\"--> ")

_OPENING = _starts(
    r"(?P<comment><!--)|(?P<script><script\b)|(?P<style><style\b)",
    r"(?P<turn><\|(?:im_start|start_header_id|system|user|assistant)\|>|<start_of_turn>|<<SYS>>"
    r"|\[INST\])",
    r"(?P<token><[|\uff5c][\w\u2581 ]{1,40}[|\uff5c]>|<end_of_turn>|<</SYS>>|\[/INST\]|</?s>"
    r"|<[be]os>|</?(?:system|assistant|user|human)>|\[/?(?:SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS)\])",
)
_CLOSING = {
    "comment": _starts("-->"),
    "script": _starts(r"</script\s*>"),
    "style": _starts(r"</style\s*>"),
    "turn": _starts(r"<\|(?:im_end|eot_id|end)\|>|<end_of_turn>|\[/INST\]", r"(?=\n[^\S\n]*\n)|\Z"),
}
_LEADING_DATE = re.compile(r"\s*date \d{4}-\d{2}-\d{2}\b", re.IGNORECASE)

_DAY_NAME = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    rf"(?:{_DAY_NAME},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*(?:[a-z]{2,4}\b|[+-]\d\d:?\d\d))?"
_STAMP = rf"(?:{_DATE}(?:[\s,|-]+(?:at\s+)?|t)?(?:{_TIME})?|{_TIME}[\s,|-]+{_DATE})"
_AGE = r"(?:(?:\d+|an?|one) (?:sec|min|hour|hr|day|week|month)[a-z]* ago|just now)"

_TIMESTAMP = _starts(rf"\(?{_STAMP}\)?\s*(?:\|.{{0,60}})?\Z", rf".{{0,60}}\|\s*{_DATE}.{{0,20}}\Z")
_NAMES = (
    r":?\s+(?:(?:[^\W\d_a-z][^\s\d]*|and|&|our|of|for|in|the|by|staff|correspondent|reporters?"
    r"|d[aeiu]|del|v[ao]n|bin|al-\S+|el|\|)(?:\s+|\Z)){1,12}\Z"
)
_BYLINE = re.compile(rf"B[Yy]{_NAMES}")
_CREDITED = re.compile(
    rf"(?:(?:Additional )?(?:[Rr]eport(?:ing|ed)?|Written|Writing|Edit(?:ing|ed)|Compiled|Curated"
    rf"|Story|Text|Translated) by|REPORTING BY|EDITED BY){_NAMES}"
)
_NOT_A_NAME = re.compile(r"day\b|[^.\s]{2,}[.!?:;]\Z", re.IGNORECASE)
_AGENCY = re.compile(
    r"\(?(?:PTI|ANI|IANS|TNN|AFP|AP|UPI|EFE|DPA|dpa|TASS|Reuters|Xinhua|Kyodo|Yonhap|Anadolu|ANSA"
    r"|Bloomberg|Agenc(?:y|ies))\)?\W*\Z|[^|.]{2,40}\|\Z"
)
_PROMOTION = _starts(
    r"(?:also read|must read|read (?:also|more|this|next|here)|see also|don't miss|recommended)"
    r"\s*[:|>-]",
)
_FAINT_PROMOTION = _starts(
    r"(?:watch|read|listen|related|trending|more|in (?:pics|pictures|photos))(?:\s*[:|]|\s+-)\s*\S",
    r"read more\b|read (?:the )?full\b|(?:topics?|tags?|filed under|sections?|categories)\s*:",
    r"(?:share|open|tweet|print|save|listen to) (?:this|on|via|in app|article)\b",
    r"(?:\d+ )?comments?(?: ?\(?\d+\)?)?\Z|(?:view|show|read|post|add) (?:all |\d+ )?comments?\b",
)
_CREDIT = _starts(
    r"[(\[]?(?:(?:file|representative|representational|stock|cover|lead|featured?) )?"
    r"(?:photo(?:graph)?|image|picture|pic|graphic|illustration|video)s?"
    r"(?: (?:credits?|courtesy|source|caption))?"
    r"\s*(?:[:/|(\xa9]|(?:by|via|courtesy|of)(?: \S+){1,5}\Z|[.)\]]*\Z)",
    r"[(\[]?(?:file|representative|representational|stock) (?:photo|image|picture)s?\b",
    r"[(\[]?(?:ap|afp|epa|pti|ani|reuters|getty images?|shutterstock)\s*(?:photos?|images?)?\s*/",
    r"[(\[]?(?:getty images|shutterstock|istock|credits?\s*:)",
)
_NOTICE = _starts(
    # cookies and consent
    r"(?:we|we and our partners|(?:this|our) (?:web)?site)\b[^.]{0,40}\buses? cookies",
    r"(?:accept|reject|manage|allow) (?:all )?cookies",
    r"cookies? (?:policy|settings|preferences|notice)",
    r"by (?:clicking|continuing|using|subscribing)\b[^.]{0,80}\byou (?:agree|accept|consent)",
    # accounts, newsletters and apps
    r"subscribe(?: (?:now|today|here))?(?: to (?:our|the|read|continue)\b| for\b|[.!]*\Z)",
    r"(?:you can )?unsubscribe\b|newsletters?\s*:|sign ?(?:up|in) (?:for|to|with|now|here)\b",
    r"register (?:now|here|for free)\b|already a (?:subscriber|member)|log ?in to \w+",
    r"this (?:article|content) is (?:only )?(?:for|available to) (?:subscribers|members)",
    r"get (?:the|our|all|unlimited)\b[^.]{0,60}\b(?:app|newsletters?|inbox|access)\b",
    r"(?:download|install) (?:the|our)\b[^.]{0,40}\bapp\b|open app\b",
    # social media, comments and channels
    r"(?:click|tap) (?:here|the link|to)\b|visit (?:our|us|www)\b",
    r"(?:follow|join|like|find|connect with) (?:us\b|our\b[^.]{0,40}\b(?:channel|group|community"
    r"|page|account|coverage|blog))",
    r"follow [^.]{1,40} on (?:x|twitter|facebook|instagram|telegram|whatsapp|google|youtube)\b",
    r"join the (?:conversation|discussion)|leave a (?:reply|comment)|be the first to comment",
    r"stay (?:tuned|updated|informed|up to date|connected)\b",
    r"for (?:more|all|breaking|the latest)(?: \w+){0,2} (?:news|updates|stories|information)\b"
    r"[^.]{0,60}\b(?:visit|download|follow|subscribe|click|log on)\b",
    r"(?:catch|get|check out) (?:all )?the latest\b[^.]{0,60}\b(?:news|updates|stories)\b",
    # rights, agencies' feeds and credits
    r"\xa9|\(c\) |copyright\s*(?:\xa9|\(c\)|\d{4}|notice|\Z)|all rights reserved|disclaimer\s*:",
    r"(?:this|the) (?:article|story|copy|content)\b[^.]{0,40}\b(?:auto-?generated|syndicated"
    r"|generated (?:from|by)|not been edited|published (?:from|unedited)"
    r"|first (?:appeared|published) (?:on|in)|originally (?:appeared|published))\b",
    r"(?:except for|apart from|barring) the headline\b|\(?with (?:agency )?inputs? from\b",
    r"[(\[](?:additional )?(?:reporting|writing|editing|edited|written|compiled)\b[^.]{0,120}[)\]]",
    # advertising and browsers
    r"(?:advertisement|advertising|sponsored|promoted|ad)(?:\W*\Z|\W+(?:scroll|continue|story)\b)",
    r"(?:story|article) continues (?:below|after)|scroll (?:down )?(?:to continue|for more)",
    r"(?:continue reading|skip (?:to|advert|past)|back to top)\b",
    r"(?:please )?(?:enable|turn on) (?:javascript|cookies)|javascript (?:is|must)\b",
    r"(?:support|donate to) (?:our|independent) (?:journalism|work|reporting|newsroom)",
    # times of publication
    r"(?:last |first )?(?:published|updated|posted|modified)(?: (?:on|at|by))?\W{1,3}"
    rf"(?:{_AGE}|{_STAMP}|{_TIME})[^.]{{0,40}}\Z",
    rf"{_AGE}\Z|\d+[ -]min(?:ute)?s?(?: read)?\W*\Z",
)
_INJECTION = _starts(
    r"(?:note|message|instructions?|attention) (?:to|for) (?:all |any )?(?:the )?(?:ais?|llms?"
    r"|chatbots?|(?:ai|language) (?:models?|systems?|assistants?|agents?))\b",
    r"(?:please |now )?(?:ignore|disregard|forget) (?:\w+ ){0,4}(?:instructions?|prompts?)\b",
    r"(?:please |now )?(?:ignore|disregard|forget) everything (?:above|before)",
    r"\W{0,9}(?:begin(?:ning)?|start|end) of (?:the |this )?(?:article|document|context|input"
    r"|prompt)\W*\Z",
    r"#{0,4}\s*(?:system|assistant)(?: prompt)?\s*: *you\b|#{2,4} *(?:system|instructions?)\b",
)
_MENU = _starts(
    r"(?:\b(?:about|accept|account|advertise|advertising|africa|agree|all|americas?|and|apps?"
    r"|archives?|asia|audio|back|books|breaking|business|careers|climate|close|comments?|contacts?"
    r"|content|cookies?|copy|cricket|culture|donate|e-?mail|e-?paper|economy|edition|english|entertainment"
    r"|environment|europe|events|explore|facebook|faq|features|finance|follow|football|gallery"
    r"|health|help|home|horoscope|in|instagram|international|latest|lifestyle|link|linkedin|live"
    r"|local|log|login|magazine|main|markets|media|menu|middle east|more|music|my|national"
    r"|newsletters?|news|next|oceania|of|ok|open|opinion|our|photos?|podcasts?|policy|politics"
    r"|premium|previous|print|privacy|register|reddit|rss|science|search|sections|settings|share|show|sign"
    r"|sitemap|skip|sports?|stories|subscribe|tech|technology|telegram|terms|the|to|top|topics"
    r"|travel|trending|tv|tweet|twitter|up|us|use|videos?|view|weather|web|whatsapp|world|youtube|your)"
    r"\b[^\w.!?]*)+\Z",
)
_BAR = re.compile(r"\s*\|\s*|\s+[\u2022\xb7\xbb>]\s+")
_RUNS_ON = re.compile(r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|who|with))\Z")
LIST_ITEM = listings.BULLET
"""How an item of a list begins."""
_CLOSERS = r"[\])}\"'\u2019\u201d\xbb\u300d\u300f\u3011\uff09]*\Z"
_STOP = re.compile(rf"(?<!\.\.)[.\u3002\u0964\u0965\u06d4\uff0e]{_CLOSERS}|\w[;:]\Z")
_EXCLAMATION = re.compile(rf"(?:[!?\u2026\uff01\uff1f\u061f]|\.\.\.)\.?{_CLOSERS}")
_INNER_STOP = re.compile(r"\.[\"']?\s+[\"']?[^\W\d_a-z]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def hidden(text: str) -> list[Span]:
    """The stretches of `text` that are no page text, in order and apart: HTML comments, scripts,
    styles, turns of a chat template (up to their end or the paragraph's), and a leading
    `date 2025-05-05`. What is opened and never closed ends with its line.
    """
    lead = _LEADING_DATE.match(text)
    spans = [Span(*lead.span())] if lead else []
    unclosed: set[str] = set()
    position = 0
    while opening := _OPENING.search(text, position):
        position = _hidden_end(text, opening, unclosed)
        spans.append(Span(opening.start(), position))
    return spans


def debris(lines: Sequence[str]) -> list[bool]:
    """Whether each of a page's lines, trimmed, is debris; blank lines are "".

    The headlines under a "You may also like" are debris until the article goes on (see `listings`);
    bare dates and bylines are debris above the first line of prose only.
    """
    plain = [line.translate(_PLAIN) for line in lines]
    prose = _prose(plain)
    marks = [_is_leftover(line, prose=found) for line, found in zip(plain, prose, strict=True)]
    for index, line in enumerate(plain):
        if _is_top_matter(line):
            marks[index] = True
        elif prose[index] and not marks[index]:
            break
    return listings.marked(plain, prose=prose, marks=marks)


def runs_on(line: str, below: str) -> bool:
    """Whether the words of a line go on in the line below it: "... and the" / "Dutch envoy"."""
    if not below or LIST_ITEM.match(below):
        return False
    return below[0].islower() or bool(_RUNS_ON.search(line[-9:]))


def is_notice(sentence: str) -> bool:
    """Whether a sentence within a paragraph speaks for the page: "Click here to subscribe."."""
    plain = sentence.translate(_PLAIN)
    return len(plain) <= _LONGEST_NOTICE and bool(_NOTICE.match(plain) or _INJECTION.match(plain))


def _hidden_end(text: str, opening: re.Match[str], unclosed: set[str]) -> int:
    kind = str(opening.lastgroup)
    if kind not in _CLOSING:
        return opening.end()
    closing = None if kind in unclosed else _CLOSING[kind].search(text, opening.end())
    if closing is None:
        unclosed.add(kind)  # not searched for again: hostile pages stay linear
        newline = text.find("\n", opening.end())
        return newline if newline >= 0 else len(text)
    return closing.end()


def _prose(lines: Sequence[str]) -> list[bool]:
    return [
        bool(line) and (runs_on(line, below) or _reads_like_prose(line))
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
    ]


def _reads_like_prose(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE:
        return not _is_menu(line)
    words = len(line.split()) + len(_UNSPACED.findall(line)) // 2
    if _STOP.search(line):
        return words >= _SHORTEST_PROSE
    if _EXCLAMATION.search(line):
        return words > 2 * _SHORTEST_PROSE and bool(_INNER_STOP.search(line))
    return False


def _is_leftover(line: str, *, prose: bool) -> bool:
    if not line or _is_menu(line) or len(line) > _LONGEST_NOTICE:
        return _is_menu(line)
    certain = (_NOTICE, _INJECTION, _PROMOTION, _CREDITED, _AGENCY, listings.HEAD)
    rules = certain if prose else (*certain, _FAINT_PROMOTION, _CREDIT)
    return any(rule.match(line) for rule in rules)


def _is_menu(line: str) -> bool:
    if len(line) > _LONGEST_MENU or line.startswith("|"):
        return False
    if _MENU.match(line):
        return True
    parts = _BAR.split(line)
    if len(parts) < _SHORTEST_MENU or any(len(part.split()) > _LONGEST_ENTRY for part in parts):
        return False
    return not any(map(str.isdigit, line)) or any(map(_MENU.match, parts))


def _is_top_matter(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE:
        return False
    byline = _BYLINE.match(line) and not _NOT_A_NAME.search(line)
    return bool(byline or _TIMESTAMP.match(line))
