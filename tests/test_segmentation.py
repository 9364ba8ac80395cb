from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventschema.segmentation import LONGEST_PARAGRAPH, LONGEST_SENTENCE, Sentence, split
from eventschema.span import Span

WORDS = [
    "Gen. Roe met Lt. Doe.",
    "They spoke on Sept.",
    "3 ",
    "at 5 p.m. Monday",
    "K.",
    "(a)",
    "a, ",
]
BLANKS = ["\n", "\n\n", "\r\n", "\u2028", "\u3000", "\x85", "\xa0", " ", "\u200b", "\ufeff"]
SIGNS = [
    '"',
    "”",
    "?",
    "!",
    "。",
    "😀",
    "İ",
    "e\u0301",
    "وقع الوزيران.",
    "两国签署。",
    "x" * 700,
    "* ",
]
DEBRIS = ["<!--", "-->", "[INST]", "Trending", "Home | Sport", "date 2031-03-04", "By Ana Roe"]
PARTS = st.sampled_from([*WORDS, *BLANKS, *SIGNS, *DEBRIS])
TEXTS = st.text(max_size=200) | st.lists(PARTS | st.text(max_size=5), max_size=30).map("".join)


def shown(text: str) -> list[str]:
    """The body sentences, with line breaks made blanks."""
    return [" ".join(one.text.split()) for one in split(text) if one.kind == "body"]


def kinds(text: str) -> list[tuple[str, str]]:
    """Every sentence with its kind."""
    return [(one.kind, one.text) for one in split(text)]


@given(TEXTS)
def test_every_code_point_lies_in_one_sentence(text: str) -> None:
    """Sentences are in order, apart, trimmed, true to their offsets, and leave only blanks out."""
    position = 0
    for sentence in split(text):
        span = sentence.span
        assert not text[position : span.start].strip()
        assert position <= span.start < span.end
        assert sentence.text == text[span.start : span.end] == sentence.text.strip()
        position = span.end
    assert not text[position:].strip()


@given(TEXTS)
def test_body_sentences_are_numbered_and_short(text: str) -> None:
    """Exactly the body sentences are counted, from 1, and none is longer than the limit."""
    body = [one for one in split(text) if one.kind == "body"]
    assert [one.number for one in body] == list(range(1, len(body) + 1))
    assert all(one.number is None for one in split(text) if one.kind != "body")
    assert all(len(one.text) <= LONGEST_SENTENCE for one in body)


def test_sentences_with_their_places() -> None:
    """Offsets are code points of the text as it stands, emoji and combining marks included."""
    text = "😀 İzmir e\u0301te. Roe left!\n\nHome\n"
    assert split(text) == (
        Sentence(1, Span(0, 13), "😀 İzmir e\u0301te.", "body"),
        Sentence(2, Span(14, 23), "Roe left!", "body"),
        Sentence(None, Span(25, 29), "Home", "debris"),
    )


@pytest.mark.parametrize("text", ["", " \n\t\u2028 "])
def test_nothing_comes_of_nothing(text: str) -> None:
    """A blank text has no sentences."""
    assert split(text) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Roe, Lt. Gen. Doe, Maj. Poe, Spc. Loe and Flt. Lt. Moe met Amb. Woe in St. Roe.",
        "Dr. No met Shri. Roe, Smt. Doe and Mohd. Poe.",
        "The U.S. Army and the U.N. Security Council left No. 10 on Sept. 3.",
        "J. Smith met J. K. Roe and George W. Doe of Acme Inc. of Port Roe.",
        "They met at 10 a.m. Monday and at 5 p.m. March 4.",
        "Inflation fell to 3.5 percent, by 0.2 points, in vol. 4, para. 7.",
        "Some approx. 50 men, incl. Roe, fled.",
        '"Why did you do it?" the widow asked.',
        '"We will go. We will not stop," he said.',
        "MONDAY. Gunmen robbed a bank.",
        "(ii) The ministers met.",
        "3. The parties agree.",
    ],
)
def test_one_sentence_stays_whole(sentence: str) -> None:
    """Abbreviations, initials, numbers, quotes and run-in headings do not end a sentence."""
    assert shown(f"It rained. {sentence} It snowed.") == ["It rained.", sentence, "It snowed."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left at 5 p.m. The talks went on.", ["He left at 5 p.m.", "The talks went on."]),
        ("It killed 12. Thirty were hurt.", ["It killed 12.", "Thirty were hurt."]),
        ("(vi) Roe left. Doe stayed.", ["(vi) Roe left.", "Doe stayed."]),
        ("he came. he left.", ["he came.", "he left."]),
        ("“Over.” Roe left.", ["“Over.”", "Roe left."]),
        ("两国签署协议。部长回国了。", ["两国签署协议。", "部长回国了。"]),
        ("هل وقع الوزيران؟ نعم وقعا.", ["هل وقع الوزيران؟", "نعم وقعا."]),
        ("मंत्री मिले। उन्होंने कहा।", ["मंत्री मिले।", "उन्होंने कहा।"]),
    ],
)
def test_two_sentences_part(text: str, expected: list[str]) -> None:
    """Real ends are found, in other scripts too."""
    assert shown(text) == expected


def test_the_language_chooses_the_abbreviations() -> None:
    """German ordinals end no sentence in German."""
    text = "Der Pakt gilt ab dem 3. Mai. Roe kam."
    assert [one.text for one in split(text, language="de")] == [
        "Der Pakt gilt ab dem 3. Mai.",
        "Roe kam.",
    ]


def test_hard_wrapped_text_is_joined() -> None:
    """A sentence runs over line breaks of wrapped text; headings and short lines stand alone."""
    text = (
        "Ministers sign the dam pact\n"
        "PORT ROE, March 4 - The foreign ministers of Freedonia and\r\n"
        "Sylvania signed the pact on water in the presence of Gen.\n"
        "Ana Roe, officials said. It enters into force on Sept.\n"
        "3, after the two parliaments have voted, said Minister Doe.\n"
        "Nobody else spoke.\n"
        "What comes next\n\n"
        "Both sides will meet again\n"
    )
    assert shown(text) == [
        "Ministers sign the dam pact",
        (
            "The foreign ministers of Freedonia and Sylvania signed the pact "
            "on water in the presence of Gen. Ana Roe, officials said."
        ),
        "It enters into force on Sept. 3, after the two parliaments have voted, said Minister Doe.",
        "Nobody else spoke.",
        "What comes next",
        "Both sides will meet again",
    ]


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    """Where no line runs on in the next, a line break ends the sentence."""
    text = (
        "Talks on dam begin\nRoe to visit\n1) welcomed the pact;\na) took note of it;\n- and more"
    )
    assert shown(text) == text.split("\n")


def test_long_stretches_are_cut_between_words() -> None:
    """What has no end within the limit is cut after a clause or a word, else at the limit."""
    clauses, words = "Roe, Doe and Poe; " * 100, "roe " * 500
    assert all(one.text.endswith((";", ",")) for one in split(clauses))
    assert {word for one in split(words) for word in one.text.split()} == {"roe"}
    assert [len(one.text) for one in split("x" * 2500)] == [1000, 1000, 500]


def test_repeats_are_marked_after_the_first() -> None:
    """A copy of a sentence, whatever its white space, is a repeat; short sentences may recur."""
    text = (
        "Freedonia and Sylvania sign dam pact\nFreedonia and  Sylvania sign dam pact\n\n"
        "He left. He left. FREEDONIA AND SYLVANIA SIGN DAM PACT"
    )
    assert [kind for kind, _ in kinds(text)] == ["body", "repeat", "body", "body", "body"]


def test_debris_in_its_place() -> None:
    """Hidden markup, leftover lines, notices and ornaments are debris; the rest of a line stays."""
    text = (
        " date 2031-03-04 Menu Explore\nDam pact signed\n* * *\n"
        "The pact <!-- <script> --> was signed on Tuesday. Click here to subscribe. All is well.\n"
        "<!-- Note:\n\nignore this -->\nTrending\nShip sinks"
    )
    assert kinds(text) == [
        ("debris", "date 2031-03-04"),
        ("debris", "Menu Explore"),
        ("body", "Dam pact signed"),
        ("debris", "* * *"),
        ("body", "The pact"),
        ("debris", "<!-- <script> -->"),
        ("body", "was signed on Tuesday."),
        ("debris", "Click here to subscribe."),
        ("body", "All is well."),
        ("debris", "<!-- Note:\n\nignore this -->"),
        ("debris", "Trending"),
        ("debris", "Ship sinks"),
    ]


@pytest.mark.parametrize("blank", ["\u2028", "\x85", "\u3000", "\xa0", "\ud800", "\x1c"])
def test_odd_blanks_do_no_harm(blank: str) -> None:
    """White space outside ASCII next to an initial, on which sentencex panics, is harmless."""
    assert "".join(one.text for one in split(f"a{blank}K. Roe left.")).startswith("a")


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["Roe left. ", "roe ", "\u201c", "x", "Roe.\n"]), min_size=1))
def test_a_long_paragraph_loses_nothing(parts: list[str]) -> None:
    """It is read in parts, and every code point that is no blank lies in a sentence."""
    text = "".join(parts) * (2 * LONGEST_PARAGRAPH // len("".join(parts)) + 1)
    position = 0
    for sentence in split(text):
        assert not text[position : sentence.span.start].strip()
        position = sentence.span.end
    assert not text[position:].strip()


def test_a_long_paragraph_is_parted_between_sentences() -> None:
    """No sentence is broken where a full stop is near."""
    sentences = [f"Roe met {n} others." for n in range(LONGEST_PARAGRAPH // 10)]
    assert shown(" ".join(sentences)) == sentences


def test_what_no_record_can_hold_is_not_shown() -> None:
    """A sentence with a lone surrogate could be written nowhere."""
    assert kinds("Roe left.\n\nD\udcffe left.") == [
        ("body", "Roe left."),
        ("debris", "D\udcffe left."),
    ]


@pytest.mark.parametrize(
    "token",
    [
        "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<\uff5cUser\uff5c>", "</s>", "<bos>",
        "<end_of_turn>", "[/INST]", "<</SYS>>", "</system>", "<assistant>", "[/SYSTEM_PROMPT]",
    ],
)  # fmt: skip
def test_control_tokens_of_chats_are_not_shown(token: str) -> None:
    """Nor do the pieces of an article around one make another."""
    assert shown(f"Roe {token}met Doe.") == ["Roe", "met Doe."]
    assert not any(token in one for one in shown(f"Roe {token[:3]}{token}{token[3:]} left."))
