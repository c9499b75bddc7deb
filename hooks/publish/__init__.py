"""What is done to a finished site, and how it is served: knows the built files alone."""
