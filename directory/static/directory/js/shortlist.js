// Up to four surgeons, kept in this browser and nowhere else.
