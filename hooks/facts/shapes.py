"""The patterns that texts of our YAML files have to fit, each with words for what fits: few people read patterns."""

from collections.abc import Mapping

WORD = "[A-Za-z0-9_+-]+"
HOST = "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?[.])+[A-Za-z]{2,}"
EMAIL = rf"{WORD}([.]{WORD})*@{HOST}"

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LINE = r"^\S[^\n\r<>]*$"
PHONE = r"^(1-)?[2-9]\d\d-\d\d\d-\d{4}(, ext\. \d+)?$"
ONE_EMAIL = rf"^{EMAIL}$"
# In small letters, since it is compared with what somebody types; an acronym in capitals, since it is shown as well.
TRADE_WORD = r"^([a-z][a-z0-9&' -]*[a-z0-9]|[A-Z]{2,})$"
PARTNER_OF_PLACE = r"^[A-Z]{2}/[a-z][a-z0-9-]*$"
WCB_CODE = r"^[A-Z0-9]+$"
ANSWER = r"[a-z_]+(\.[a-z_]+)?=[A-Za-z0-9._-]+"  # of the quiz, as its address has it
SITE_PATH = rf"^([a-z0-9-]+/)*(#{ANSWER}(&{ANSWER})*)?$"
TYPED = r"^[a-z0-9][a-z0-9&'. -]*$"

ACCEPTED: Mapping[str, str] = {
    ID: "small letters and digits, with single hyphens between them, like ab-class-secor, are accepted",
    LINE: "one line of text that begins with no space, without < and >, is accepted",
    PHONE: "a number like 403-223-9008 is accepted, also as 1-800-667-5557, ext. 3",
    ONE_EMAIL: "an e-mail address like cor@example.ca is accepted",
    TRADE_WORD: "small letters like road builder, or an acronym in capitals like HVAC, are accepted",
    PARTNER_OF_PLACE: "a place and one of its partners, like NB/nbcsa, is accepted",
    WCB_CODE: "a code of capitals and digits, like 40700, is accepted",
    SITE_PATH: "an address of the site with a slash at its end, like guides/bidding/, is accepted",
    TYPED: "small letters and digits, as somebody would type them, are accepted",
}
