"""The static site: what a warehouse says, as pages that open from disk, without a server or network."""
