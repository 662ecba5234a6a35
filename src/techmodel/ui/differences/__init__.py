"""What differs between two versions of one assessment."""
