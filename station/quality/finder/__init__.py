"""The organ finder: a small 3-D U-Net that says of every cell of 8 mm what it is."""
