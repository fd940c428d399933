"""What windows, wall, paper and phones show: frozen values without Qt and without a database."""
