"""What BI tools take in: so far a dashboard for Apache Superset."""
