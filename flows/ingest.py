"""The flow that turns article files into rows of the warehouse."""
