"""What a visitor's report says."""

from hooks.facts.links import Company
from hooks.watch.wrong import report_link

PAGE = "https://example.ca/quiz/?utm_source=x#province=AB&people=10"
COMPANY = Company(name="The company", short="Company", phone="1-800-440-6650", person="Somebody")


def test_a_report_is_a_message_with_the_page_and_the_fact_and_no_answer() -> None:
    found = report_link(COMPANY.model_copy(update={"email": "facts@example.ca"}), PAGE, "ab-class-secor")
    subject, body = "Something%20wrong%3A%20ab-class-secor", "https%3A%2F%2Fexample.ca%2Fquiz%2F"
    assert found == f"mailto:facts@example.ca?subject={subject}&body={body}"


def test_without_a_mail_address_the_page_offers_the_telephone() -> None:
    assert report_link(COMPANY, PAGE, "ab-class-secor") is None
