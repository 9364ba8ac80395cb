"""The rules by which agreements are spotted; every text is invented."""

from __future__ import annotations

import time

import pytest

from eventschema.draft import AgreementDraft
from eventschema.spotting.agreements.spotter import spot
from eventschema.spotting.scene import Scene


def _spotted(*sentences: str) -> list[AgreementDraft]:
    return list(spot(Scene(dict(enumerate(sentences, start=1)))))


def _one(*sentences: str) -> AgreementDraft:
    (draft,) = _spotted(*sentences)
    return draft


def _states(draft: AgreementDraft) -> set[str]:
    return {each.name for each in draft.participants if each.role == "party"}


def _signers(draft: AgreementDraft) -> set[str]:
    return {each.name for each in draft.participants if each.role == "signatory"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "They signed the Treaty on Lake Transit in Astana in 2023.",
            "Treaty on Lake Transit",
        ),
        ("The Brenna River Accord was initialled on Friday.", "Brenna River Accord"),
        (
            "Peru ratified the Agreement on Cooperation in the Field of Fisheries last week.",
            "Agreement on Cooperation in the Field of Fisheries",
        ),
        (
            "Kenya denounced the 1998 Coastal Convention with effect from June.",
            "1998 Coastal Convention",
        ),
        (
            "They signed the Acquisition and Supply Agreement (ASA), under which each may land.",
            "Acquisition and Supply Agreement (ASA)",
        ),
        ("Chile stood by the Mutual Aid Treaty of 1951.", "Mutual Aid Treaty of 1951"),
        (
            "Japan and Vietnam signed an agreement on joint border control on Monday.",
            "agreement on joint border control",
        ),
        ("They have operationalised their reciprocal supply pact.", "reciprocal supply pact"),
        ("The ministers signed a letter of intent on an Air Services Treaty.", "letter of intent"),
        (
            "Iraq will sign an agreement regulating navigation in the gulf.",
            "agreement regulating navigation",
        ),
        ("Ghana signed an agreement with Togo on Friday.", "agreement with Togo"),
    ],
)
def test_name(sentence: str, name: str) -> None:
    """A name has the noun, its modifiers and its topic, and ends where the clause goes on."""
    assert name in {draft.name for draft in _spotted(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides agreed to deepen cooperation and to conclude further agreements.",
        "Memoranda are signed, and agreements are made.",
        "The ministers called for an immediate ceasefire.",
        "They reaffirmed their commitment to the UN Charter.",
        "The two leaders issued a joint statement on their partnership.",
        "The striker signed a three-year deal with the club.",
        "Nobody is going to offer a truce while eggs are cheap.",
        "By clicking here you sign up to our data agreement.",
        "It is to take the place of a gentlemen's agreement of 1998.",
        "Protocol officers lined the carpet at the convention centre.",
        "Ceasefire violations are common, and so are truce talks.",
        "Chief of the Royal Protocol Amina Sow received the guests.",
        "The minister rejected reports that his aides had negotiated a truce with the gang.",
        "The two sides reached a common understanding on many issues.",
        "A price truce between the grocers began on Monday.",
        "They exchanged letters of condolence.",
    ],
)
def test_no_agreement(sentence: str) -> None:
    """Nouns in general, appeals, promises and figures of speech make no draft."""
    assert _spotted(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "status", "modality"),
    [
        ("Oman proposed the Gulf Fisheries Pact.", "proposed", "hypothetical"),
        ("Oman is still negotiating the Gulf Fisheries Pact.", "under_negotiation", "ongoing"),
        (
            "The Gulf Fisheries Pact is still with the lawyers.",
            "under_negotiation",
            "ongoing",
        ),
        (
            "If all goes well, the Gulf Fisheries Pact could be signed in May.",
            "under_negotiation",
            "hypothetical",
        ),
        (
            "They will open negotiations on the Gulf Fisheries Pact.",
            "under_negotiation",
            "planned",
        ),
        ("They are close to signing the Gulf Fisheries Pact.", "under_negotiation", "ongoing"),
        ("Envoys initialled the Gulf Fisheries Pact.", "agreed", "happened"),
        ("The Gulf Fisheries Pact is to be signed in May.", "agreed", "planned"),
        ("They put their signatures to the Gulf Fisheries Pact.", "signed", "happened"),
        ("Oman denied that it had signed the Gulf Fisheries Pact.", "signed", "denied"),
        ("Parliament has yet to ratify the Gulf Fisheries Pact.", "signed", "happened"),
        ("Parliament ratified the Gulf Fisheries Pact.", "ratified", "happened"),
        ("The Gulf Fisheries Pact took effect at noon.", "in_force", "happened"),
        ("They welcomed the entry into force of the Gulf Fisheries Pact.", "in_force", "happened"),
        ("Oman has suspended the Gulf Fisheries Pact.", "suspended", "happened"),
        ("Oman pulled out of the Gulf Fisheries Pact.", "terminated", "happened"),
        ("The Gulf Fisheries Pact lapsed on Monday.", "terminated", "happened"),
        ("Oman refused to sign the Gulf Fisheries Pact.", "rejected", "happened"),
        ("Oman will never sign the Gulf Fisheries Pact.", "rejected", "happened"),
        ("The Gulf Fisheries Pact obliges both to report.", "in_force", "happened"),
        ("Oman offered to sign the Gulf Fisheries Pact.", "proposed", "planned"),
        ("They are haggling over the Gulf Fisheries Pact.", "under_negotiation", "ongoing"),
        ("The Gulf Fisheries Pact is in the pipeline.", "under_negotiation", "ongoing"),
        ("Talks on the Gulf Fisheries Pact began on Monday.", "under_negotiation", "ongoing"),
        ("Talks on the Gulf Fisheries Pact have collapsed.", "under_negotiation", "hypothetical"),
        (
            "The Gulf Fisheries Pact will be signed when it is ready to be signed.",
            "under_negotiation",
            "planned",
        ),
        ("They shook hands on the Gulf Fisheries Pact.", "agreed", "happened"),
        ("They nailed down the Gulf Fisheries Pact.", "agreed", "happened"),
        ("The upper house waved through the Gulf Fisheries Pact.", "ratified", "happened"),
        ("A decree approving the Gulf Fisheries Pact was issued.", "ratified", "happened"),
        ("Oman acceded to the Gulf Fisheries Pact.", "ratified", "happened"),
        ("The Gulf Fisheries Pact is already operational.", "in_force", "happened"),
        ("The Gulf Fisheries Pact has largely held.", "in_force", "happened"),
        ("Oman is suspending its part in the Gulf Fisheries Pact.", "suspended", "happened"),
        ("Oman declared the Gulf Fisheries Pact null and void.", "terminated", "happened"),
        ("Oman ended its Gulf Fisheries Pact with Iran.", "terminated", "happened"),
        ("Oman distanced itself from the Gulf Fisheries Pact.", "terminated", "happened"),
        ("The Gulf Fisheries Pact ran out in June.", "terminated", "happened"),
        ("Oman does not accept the draft Gulf Fisheries Pact.", "rejected", "happened"),
        ("Oman turned down a proposal for a Gulf Fisheries Pact.", "rejected", "happened"),
    ],
)
def test_stage(sentence: str, status: str, modality: str) -> None:
    """The verbs around a name tell the stage, an earlier one where it is denied or ahead."""
    draft = _one(sentence)
    assert (draft.status, draft.modality) == (status, modality)


def test_latest_stage() -> None:
    """The latest stage counts, wherever it stands, and has its own date."""
    draft = _one(
        "Moldova's parliament on Thursday ratified the Treaty on the Dniester Fish with Ukraine.",
        "The treaty was signed in Odesa last October by Environment Minister Sergiu Balan.",
        "It cannot enter into force until Kyiv has ratified it too.",
    )
    assert (draft.status, draft.when, draft.where) == ("ratified", "Thursday", "Odesa")
    assert _states(draft) == {"Moldova", "Ukraine"}


@pytest.mark.parametrize(
    "second",
    [
        "The RAA was signed in 2021.",
        "The pact was signed in 2021.",
        "It was signed in 2021.",
        "The access agreement was signed in 2021.",
    ],
)
def test_one_agreement(second: str) -> None:
    """Acronym, noun, pronoun and shorter name take up an agreement that was named."""
    draft = _one("The Reciprocal Access Agreement (RAA) binds Japan.", second)
    assert (draft.status, draft.when) == ("signed", "2021")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Haiti's parliament ratified it in May.", "ratified"),
        ("Cuba has since scrapped it.", "terminated"),
    ],
)
def test_object(sentence: str, status: str) -> None:
    """An "it" that is ratified or scrapped takes up the agreement of the sentence before."""
    assert _one("Cuba and Haiti signed a Reef Protocol in 2020.", sentence).status == status


def test_earlier_truce() -> None:
    """An earlier truce is another one, and "the deal" after it is not that one."""
    latest, earlier = _spotted(
        "The government of Chad and the rebels signed a truce on Tuesday.",
        "It was concluded in Naivasha.",
        "An earlier truce, brokered in Doha, held for nine days before falling apart.",
        "Shots were heard at noon.",
        "The rebels said that they would abide by the deal.",
    )
    assert (latest.status, latest.where, latest.sentences[-1]) == ("signed", "Naivasha", 5)
    assert (earlier.status, earlier.where, earlier.sentences) == ("terminated", "Doha", [3])


def test_capitals() -> None:
    """A headline in upper case names agreements too."""
    draft = _one("TOGO AND BENIN SIGN FISHERIES PACT")
    assert (draft.name, draft.status) == ("FISHERIES PACT", "signed")


def test_diary() -> None:
    """In a diary the line above tells the day."""
    draft = _one("Monday, 8", "Rain.", "Tuesday, 9", "Togo ratified the Mono Ferry Treaty.")
    assert (draft.when, draft.sentences) == ("Tuesday", [4, 3])


def test_apposition() -> None:
    """A name in apposition is the name of what stands before it."""
    draft = _one("A local truce, called the Brenna Understanding, was concluded on 14 January.")
    assert (draft.name, draft.when) == ("Brenna Understanding", "14 January")


def test_headline() -> None:
    """What a headline describes is the agreement that the article then names."""
    draft = _one("Chad edges closer to supply deal", "Chad initialled the Sahel Depot Protocol.")
    assert (draft.name, draft.status) == ("Sahel Depot Protocol", "agreed")


def test_correction() -> None:
    """A stage that was reported wrongly does not count."""
    draft = _one(
        "It was wrong to say that Albania and Montenegro had signed the Ferry Protocol.",
        "The ministers met in Bar on 29 April and initialled the text.",
    )
    assert (draft.status, draft.when, draft.where) == ("agreed", "29 April", "Bar")


def test_two_names() -> None:
    """Two names that one verb goes with have its stage both."""
    drafts = _spotted("They signed the Strait Crossing Agreement and the Water Protocol on Monday.")
    assert [(draft.name, draft.status) for draft in drafts] == [
        ("Strait Crossing Agreement", "signed"),
        ("Water Protocol", "signed"),
    ]


def test_letter_and_treaty() -> None:
    """A letter of intent on a treaty is signed, and the treaty is not."""
    letter, treaty = _spotted(
        "They signed a letter of intent on an Air Access Treaty (AAT).",
        "The AAT is still with the lawyers.",
    )
    assert (letter.status, treaty.status) == ("signed", "under_negotiation")


def test_parties() -> None:
    """The two countries are those that the sentences before speak of most."""
    draft = _one(
        "Japan's minister met his counterpart from Sri Lanka, with the Maldives looking on.",
        "Japan and Sri Lanka hold talks every year.",
        "The two countries signed a memorandum on rescue at sea in 2022.",
    )
    assert _states(draft) == {"Japan", "Sri Lanka"}


def test_group() -> None:
    """The three countries are those that a sentence lists."""
    draft = _one(
        "The presidents of Chad, Mali and Niger met on Sunday.",
        "Libya sent an observer.",
        "The three countries signed a Lake Patrol Protocol.",
    )
    assert _states(draft) == {"Chad", "Mali", "Niger"}


def test_partners() -> None:
    """Whoever stands behind "with" is the partner of the state that the passage is headed by."""
    draft = _one("LITHUANIA.", "The Seimas ratified the Bog Fire Treaty with Latvia and Estonia.")
    assert _states(draft) == {"LITHUANIA", "Latvia", "Estonia"}


def test_unions() -> None:
    """A union of states is a party by its own name, and the other one is not guessed."""
    draft = _one(
        "Ghana and Togo held talks on Monday.",
        "The European Union and Kenya signed an agreement on seed trade.",
    )
    assert _states(draft) == {"European Union", "Kenya"}


def test_place_of_facility() -> None:
    """Where something is to be built is not where the agreement was signed."""
    assert _one("They signed an agreement on a training centre in Postojna.").where is None
    assert _one("They signed an agreement on divers' training in Piran.").where == "Piran"


def test_bodies_and_capitals() -> None:
    """A capital stands for its state, and a state of which only a body is named is that body."""
    draft = _one(
        "Canberra and Port Vila put pen to paper on the Lagoon Policing Agreement.",
        "Australia will send a boat, the Vanuatuan police a crew.",
    )
    assert _states(draft) == {"Australia", "Vanuatuan police"}


def test_mediator_is_no_party() -> None:
    """A state that brokered a truce or hosted its signing is not bound by it."""
    draft = _one(
        "The truce between Sudan's army and the militia, brokered by Oman and signed in Kenya,"
        " took effect on Sunday."
    )
    assert _states(draft) == {"Sudan"}


def test_signers() -> None:
    """Who signed is named before the verb or behind "by", not who was present or who says so."""
    draft = _one(
        "The Brenna Truce was signed on 17 April by Defence Minister Akol Majak and Commander"
        " Peter Lomoi, in the presence of the mediator, Justine Birungi, Colonel Santo Kuol said."
    )
    assert _signers(draft) == {"Akol Majak", "Peter Lomoi"}


def test_signed_for() -> None:
    """The next sentence tells who signed, before those who met before are taken for them."""
    draft = _one(
        "Prime Minister Ali Waberi met Premier Saad Nasser in Doha.",
        "The two sides signed an agreement on visas.",
        "It was signed for Qatar by Justice Minister Khalid Shuaib, and for Djibouti by Foreign"
        " Minister Moumina Farah.",
    )
    assert _signers(draft) == {"Khalid Shuaib", "Moumina Farah"}


def test_they_signed() -> None:
    """Those who met before are "they", and the date of their talks is that of the signing."""
    draft = _one(
        "Foreign Minister Quang Lok met Foreign Minister Ana Kiala in Luanda on 11 June.",
        "They signed a Memorandum of Understanding on Fisheries Training, valid for five years.",
    )
    assert _signers(draft) == {"Quang Lok", "Ana Kiala"}
    assert (draft.when, draft.sentences) == ("11 June", [2, 1])


@pytest.mark.parametrize(
    "sentence",
    [
        "Estonia suspended the Border Rail Treaty, the ministry said on Wednesday.",
        "Estonia is to sign the Border Rail Treaty, ready since June.",
        "The Border Rail Treaty, due to expire in November, has been extended.",
    ],
)
def test_date_of_something_else(sentence: str) -> None:
    """The date of a statement, of a beginning or of another stage is not the stage's."""
    assert _one(sentence).when is None


def test_long_sentence() -> None:
    """A long list of agreements is read in reasonable time."""
    text = "They signed the Lake Pact, ratified the Sea Treaty and " * 100
    start = time.perf_counter()
    assert _spotted(text + "left.")
    assert time.perf_counter() - start < 10


def test_letters_of_mathematics_are_harmless() -> None:
    """They are in upper case and have no lower one."""
    headline = "".join(chr(ord("A") + 0x1D3BF + n) for n in range(20))
    assert headline.isupper()
    assert _spotted(headline) == []
