W4711_int
r i BC-NW--Veldoria-Border   04-24 0038
^BC-NW--Veldoria-Border, 1st Ld-Writethru,38<
^Veldoria reopens border with Ostmark<
^Eds: ADDS quotation.<
^By ANN EXAMPLE=
^Nordwire=
	   The foreign ministers of Veldoria and Ostmark agreed on Monday to reopen their border after nine years, officials in Torsund said.
 
	   ``Trade will follow,'' said Mara Lindqvist, the Veldorian minister. Cafés near the crossing expect guests.

	   NORDWIRE-WF-04-24-23 0730GMT<


