"""What care models are and what they ask for, before anything is answered."""
