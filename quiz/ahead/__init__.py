"""What looks over all answers before anybody asks: the compiled flow, the proof, differences. Never shipped."""
