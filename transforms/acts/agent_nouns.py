"""Nouns for people, for the lexicon has only those it can say more of."""

#: Nouns that stand for somebody who can act.
PEOPLE = frozenset(
    "thousands hundreds dozens scores fund board rector dean chancellor junta detective detectives bishops officers warden mayor "
    "activist activists administration adviser advisers advisor advisors agencies agency aide aides air-force alliance allies ally "
    "ambassador ambassadors analyst analysts army artist artists assailant assailants attacker attackers attendees audience author "
    "authorities authority bank banks battalion bishop bloc bomber bombers boy boys brigade broadcaster brother candidate candidates "
    "captain captive captives cartel cartels ceo chairman chief chiefs child children christians citizen citizens city civilian "
    "civilians clan clans cleric clerics coalition coastguard colleague colleagues colonel commander commanders commission committee "
    "communists communities community companies company congress congressman consumer consumers convoy corporation council "
    "counterpart counterparts countries country court courts crew criminal criminals critic critics crowd crowds customer customers "
    "daughter defector defectors delegate delegates delegation delegations demonstrator demonstrators department deputies deputy "
    "detainee detainees detractors diplomat diplomats director directors dissident dissidents doctor doctors driver drivers emir "
    "employee employees enemies enemy envoy envoys executive executives exile exiles expert experts extremist extremists families "
    "family fan fans farmer farmers father fighter fighters firm firms fisherman fishermen force forces founder friend friends gang "
    "gangs general generals girl girls government governments governor governors group groups guard guards guerrilla guerrillas guest "
    "guests gunman gunmen hacker hackers head hijackers hostage hostages husband imam infantry inhabitants inmate inmates "
    "inspector inspectors insurgent insurgents investigator investigators investor investors islamists jews jihadist jihadists "
    "journalist journalists judge judges jury kid kidnapper kidnappers kids king kingdom lawmaker lawmakers lawyer lawyers leader "
    "leaders legislator legislators looters loyalists man manager managers marine marines mayor mayors media mediator mediators "
    "member members men mercenaries migrant migrants militant militants military militia militias minister ministers ministry mob "
    "monk monks mother muslims nation nationalists nations navy negotiator negotiators neighbor neighbors neighbour neighbours "
    "network newspaper nominee nurse nurses occupiers officer officers official officials opponent opponents opposition organisation "
    "organisations organization organizations owner owners parents parliament parties partner partners party passenger passengers "
    "patrol peacekeeper peacekeepers people person personnel persons pilgrim pilgrims pilot pilots pirate pirates player players "
    "police policeman policemen politician politicians pope populace population premier president presidents press priest priests "
    "prince princess prisoner prisoners prosecutor prosecutors protester protesters protestor protestors public queen rebel rebels "
    "refugee refugees regime relative relatives reporter reporters representative representatives republic resident residents rioters "
    "rival rivals sailor sailors scientist scientists secretary senate senator senators separatist separatists sergeant settler "
    "settlers sheikh side sides sister smuggler smugglers sniper snipers soldier soldiers son spokesman spokesperson spokeswoman "
    "squad squadron squatters staff states striker strikers student students supporter supporters survivor survivors suspect suspects "
    "teacher teachers team terrorist terrorists tourist tourists town tribe tribes tribesmen troop troops tutor union unions user "
    "users veteran veterans victim victims village voter voters wife witness witnesses woman women worker workers".split()
)
#: Words that count or gather those who follow after "of".
GATHERING = frozenset(
    "dozens hundreds thousands millions scores tens number numbers majority minority group groups crowd crowds members member one two "
    "three four five six seven eight nine ten some many most several all both none part half couple series handful bulk rest each any "
    "few team wave waves percent pair generation".split()
)
#: Endings of plural nouns for people, and nouns that only look like them.
PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "ees", "men", "women")
#: Plural nouns with those endings that are things.
NO_PEOPLE = frozenset(
    "numbers papers orders powers others matters letters newspapers quarters headquarters barriers borders centers computers factors "
    "sectors towers waters shoulders offers answers dollars errors doors floors colors flowers fingers rivers layers suppers dinners "
    "chapters characters covers corners disasters terrors motors tractors monitors mirrors corridors indicators reactors vectors "
    "tremors rumors humors favors labors harbors trailers containers freighters bombers helicopters choppers carriers rockets "
    "boosters bunkers gathers trees fees committees degrees guarantees refers specimen regimen banners posters stickers markers "
    "wonders thunders cancers blockers fires tires affairs chambers registers folders headers servers routers printers scanners "
    "shares careers frontiers piers tiers premiers ventilators generators elevators transformers encounters adventures prayers "
    "manners timbers embers winters summers septembers decembers octobers novembers cheers jeers dangers waivers mailers behaviors "
    "behaviours beers ladders mixers airliners compressors horrors vouchers charters coffers murders bulldozers parameters jitters "
    "dossiers endeavors endeavours tenders lasers oysters glimmers diggers planters coasters lists twists fists wrists mists differs "
    "blunders slanders surrenders genders spiders lobsters oscars stars cellars pillars altars scholars dollars collars seminars "
    "rafters shelters filters clusters blisters sweaters theaters theatres meters litres levers clovers takeovers handovers leftovers "
    "hangovers turnovers crossovers slippers zippers whispers peppers hampers pampers bumpers jumpers pitchers "
    "thrusters drawers feathers leathers weathers errors terrors".split()
)
