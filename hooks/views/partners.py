"""A certifying partner as pages tell of it."""

from dataclasses import dataclass

from hooks.facts.partner import Partner
from hooks.views.ladders import Rung
from quiz.facts import Partner as Certifier


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner as the facts tell it, beside what the engine makes of it."""

    told: Partner
    engine: Certifier
    rungs: tuple[Rung, ...]
    industries: tuple[str, ...]  # those that it takes, in the order of their names

    @property
    def small(self) -> tuple[Rung, ...]:
        """The classes for small businesses that have a limit, also where the partner has to say what applies."""
        return tuple(rung for rung in self.rungs if rung.number and rung.route in ("secor", "ask"))

    @property
    def limit(self) -> int:
        """The largest limit of these, to sort by; 0 where there is none."""
        return max((rung.number for rung in self.small), default=0)

    @property
    def doubtful(self) -> bool:
        """Whether it is doubtful that it still certifies."""
        return self.told.status == "doubtful"

    @property
    def address(self) -> str:
        """Its page on COR, or its first page where we know none."""
        return self.told.cor_url or self.told.url

    @property
    def opens_page(self) -> bool:
        """Whether its page is the only way to reach it that we know, so that no second link need lead there."""
        contact = self.told.contact
        return not (contact and (contact.phone or contact.email))

    @property
    def title(self) -> str:
        """Its name with the acronym in brackets; inside those that the name has already."""
        name, beside = self.told.name, self.beside_name
        if beside and name.endswith(")"):
            return f"{name[:-1]}, {beside})"
        return f"{name} ({beside})" if beside else name

    @property
    def beside_name(self) -> str:
        """Its acronym, where the name does not say it, without what only tells it from a namesake; else empty."""
        acronym = self.told.acronym.partition(" (")[0]
        return "" if acronym in self.told.name else acronym
