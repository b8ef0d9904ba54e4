"""What leaves the station on paper and in tables: from the same rows the windows show."""
