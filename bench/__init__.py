"""What OnRecord costs: time, memory and start-up, on texts that are made here."""
