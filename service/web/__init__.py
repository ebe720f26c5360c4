"""The pages: each is one trusted document, run as the person who is signed in."""
