"""A text in which people talk, ready to be asked who says what."""

from annotations.values.analysis import Statement
from annotations.values.spans import Span
from reader.article.speakers.register import Register
from reader.article.speech.cues import Cues
from reader.article.speech.people import register_people
from reader.article.speech.statements import Attributor
from reader.article.words.sentence import read_sentence
from reader.text.segments import paragraphs, sentences


class Talk:
    """The sentences of a text by paragraph, with everyone registered whom it names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = [[read_sentence(text, Span(*s)) for s in sentences(text, *span)] for span in paragraphs(text)]
        self.register, self.cues = Register(text), Cues()
        register_people(self.register, [read for paragraph in self.paragraphs for read in paragraph], self.cues)

    def name(self, number: int) -> str:
        """Return what the speaker with a number is called, or nothing for 0."""
        return self.register.entry(number).name if number else ""

    def statements(self) -> list[Statement]:
        """Return the statements of the text in order."""
        attributor = Attributor(self.register, self.cues)
        attributor.begin_article()
        found = []
        for paragraph in self.paragraphs:
            attributor.begin_paragraph()
            for read in paragraph:
                found += attributor.attribute(read)
        return found
