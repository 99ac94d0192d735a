"""Labels in exports of LexisNexis, Nexis and Nexis Uni, in the languages of their readers, lower case, blanks as hyphens."""

#: Labels of the databases, lower case, and the field of ours that each fills.
FIELDS = {
    "byline": "authors", "auteur": "authors", "autor": "authors", "author": "authors", "autore": "authors", "name": "authors",
    "headline": "title", "titre": "title", "titel": "title", "kop": "title", "titulo": "title", "título": "title", "titolo": "title",
    "language": "language", "langue": "language", "sprache": "language", "taal": "language", "idioma": "language", "lingua": "language",
    "verfasser": "authors", "redacteur": "authors", "auteur(s)": "authors", "url": "url", "source": "outlet",
    "bron": "outlet", "quelle": "outlet", "publication": "outlet", "fuente": "outlet",
    "fonte": "outlet",
    "date": "day", "datum": "day", "publication-date": "day", "fecha": "day", "data": "day",
}  # fmt: skip
#: Labels that say what the text is about, and are kept as fields.
FURTHER = frozenset(
    "section rubrique rubrik ressort sectie sección seção sezione subject sujet thema onderwerp dateline series correction geographic "
    "publication-type type-publication pub-type tipo-de-publicación document-type organization company "
    "entreprise societe person industry country state city publikationstyp tipo-de-publicação tipo-di-pubblicazione asunto assunto "
    "ticker journal-code code-revue localisation-geo type".split()
)
#: Labels that are passed over.
OTHERS = frozenset(
    "load-date date-chargement fecha-de-carga data-de-carga data-di-caricamento update "
    "data-de-carregamento ladedatum laadatum laad-datum laaddatum publicatie-type zeitungscode "
    "length longueur länge lengte longitud lunghezza comprimento highlight encart graphic graphique notes "
    "correction-date acc-no classification geographic- credit text texte tekst corps body cuerpo texto testo corpo fliesstext "
    "copyright".split()
)
#: Labels that stand before the text.
HEADS = frozenset(
    "verfasser byline auteur autor author autore headline titre titel kop titulo título titolo length longueur länge lengte longitud "
    "lunghezza section rubrique rubrik sectie sección sezione dateline highlight encart series url source bron quelle text texte tekst "
    "corps body cuerpo texto testo corpo fliesstext".split()
)
#: Labels over the text itself.
STARTS = frozenset("fliesstext corpo text texte tekst corps body cuerpo texto testo".split())
#: Labels that may as well be words of the text, and end it nowhere.
NO_ENDS = frozenset(
    "source bron quelle publication fuente date datum publication-date fecha data titel kop titulo título titolo name copyright autore "
    "ressort thema".split()
)
LANGUAGES = {
    "english": "en",
    "anglais": "en",
    "englisch": "en",
    "french": "fr",
    "français": "fr",
    "german": "de",
    "deutsch": "de",
    "allemand": "de",
    "dutch": "nl",
    "nederlands": "nl",
    "néerlandais": "nl",
    "niederländisch": "nl",
    "französisch": "fr",
    "francés": "fr",
    "inglés": "en",
    "engels": "en",
    "duits": "de",
    "frans": "fr",
    "espagnol": "es",
    "spanisch": "es",
    "italiano": "it",
    "italienisch": "it",
    "português": "pt",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "portuguese": "pt",
}
