"""What pages show, worked out from the facts once a build: values, no text and no markup."""
