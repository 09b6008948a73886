import { type HouseRule, type RoomType, type TransportMode } from '@travellite/protocol';

/** Cuisines by the adjective people use; a cuisine counts only near a word of eating. */
export const cuisineWords: Record<string, string> = {
  american: 'american',
  mexican: 'mexican|mexikanisch|tex mex|tacos|mexicaine|mexicana|messicana',
  italian: 'italian|pizza|pasta|italienisch|italienne|italiana',
  indian: 'indian|curry|indisch|indienne|india food',
  french: 'french|französisch|française|francesa|francese|bistro|bistros',
  chinese: 'chinese|dim sum|chinesisch|chinoise|china food|szechuan|sichuan|cantonese',
  mediterranean: 'mediterranean|mediterran|méditerranéenne|mediterránea|mediterranea',
  japanese:
    'japanese|sushi|ramen|japanisch|japonaise|japonesa|giapponese|izakaya|tempura|udon|yakitori|kaiseki|和食',
  thai: 'thai|pad thai|thailändisch',
  vietnamese: 'vietnamese|pho|banh mi',
  korean: 'korean|korean bbq|kimchi|bibimbap',
  greek: 'greek|griechisch|gyros|souvlaki',
  spanish: 'spanish|tapas|paella|spanisch|española',
  turkish: 'turkish|kebab|kebabs|türkisch',
  lebanese: 'lebanese|mezze',
  moroccan: 'moroccan|tagine',
  ethiopian: 'ethiopian',
  german: 'german|bratwurst|deutsch',
  portuguese: 'portuguese|pastel de nata|pasteis de nata',
  british: 'british|fish and chips|english',
  brazilian: 'brazilian|churrasco',
  peruvian: 'peruvian|ceviche',
  caribbean: 'caribbean|jamaican',
  'middle eastern': 'middle eastern|falafel|shawarma|arabic',
  asian: 'asian|asiatisch|asiatique|asiática|asian fusion|pan asian',
  seafood: 'seafood|fish|meeresfrüchte|fruits de mer|mariscos|frutti di mare|oysters|lobster',
  bbq: 'bbq|barbecue|barbeque',
  steak: 'steak|steaks|steakhouse|steakhouses',
  cafe: 'cafe food',
  'fast food': 'fast food',
  cajun: 'cajun|creole',
  hawaiian: 'hawaiian|poke',
};

/** Words of eating. */
export const eatingWords =
  'food|foods|cuisine|cuisines|restaurant|restaurants|dish|dishes|meal|meals|eat|eating|dining|dine|taste|tasting|flavors|flavours|kitchen|lunch|dinner|dinners|breakfast|küche|essen|cuisine|cocina|cucina|comida|cozinha|keuken|gastronomy|culinary|eateries|diet|delicacies|places to eat|food options|try|craving|hungry|palate|delights|fare|eten|cozinha|cocinas|cucine|mangiare|manger|comer|restaurante|restaurantes|ristorante|ristoranti|lokale|lokal|gerichte|platos|plats|piatti|pratos|gerechten';

export const dietWords: Record<string, string> = {
  vegetarian:
    'vegetarian|vegetarians|veggie|vegetarisch|végétarien|végétarienne|vegetariano|vegetariana|no meat|meat free|meatless|don’t eat meat|do not eat meat|doesn’t eat meat|ベジタリアン|vegetarier|vegetarierin|végétariens|vegetarianos|vegetariani',
  vegan: 'vegan|vegans|plant based|veganer|végane|vegano|vegana|ヴィーガン|végétalien',
  halal: 'halal|muslim friendly|ハラール',
  kosher: 'kosher|koscher|casher',
  'gluten-free':
    'gluten free|celiac|coeliac|glutenfrei|sans gluten|sin gluten|senza glutine|no gluten|gluten intolerance|gluten intolerant|can’t eat gluten|gluten allergy|glutenvrij|sem glúten|gluten intolerance',
  'dairy-free':
    'dairy free|lactose intolerant|lactose free|laktosefrei|no dairy|sans lactose|lactose intolerance|dairy allergy|sin lactosa',
  'nut-free':
    'nut allergy|nut free|peanut allergy|allergic to nuts|allergic to peanuts|no nuts|nut allergies|peanut free',
  pescatarian: 'pescatarian|pescetarian',
  'shellfish-free':
    'shellfish allergy|allergic to shellfish|allergic to seafood|seafood allergy|no shellfish',
  keto: 'keto|low carb',
};

export const roomWords: Record<RoomType, string> = {
  entire_home:
    'entire room|entire rooms|entire home|entire homes|entire place|entire apartment|entire house|whole apartment|whole house|whole place|entire unit|entire home apt|place to ourselves|a house to ourselves|apartment to ourselves|entire space|entire accommodation|entire flat|whole flat|entire villa|entire property|own apartment|the whole room|whole room|complete rooms|full apartment|entire homes or apartments|room to ourselves|place to myself',
  private_room:
    'private room|private rooms|own room|room to myself|own rooms|privatzimmer|chambre privée|habitación privada|individual rooms|individual room|private accommodation|private accommodations|private bedroom',
  shared_room:
    'shared room|shared rooms|share rooms|share a room|sharing rooms|sharing a room|dorm|dorms|dormitory|dormitories|sharing a room with others|dorm room|dorm bed|shared accommodation|shared accommodations|mehrbettzimmer|share a room with others|room sharing|shared dorm',
  not_shared_room:
    'not shared room|not shared rooms|no shared room|no shared rooms|not a shared room|non shared room|non shared rooms|unshared room|unshared rooms|not share a room|nobody wants to share a room|no one wants to share a room|nobody shares a room|not to share a room|not shared|no shared accommodation|no shared accommodations|without shared rooms|aren’t shared|are not shared|isn’t shared|is not shared|rather not share|prefer not to share|don’t want to share a room|do not want to share a room|no room sharing|not have to share|not sharing a room|not sharing rooms|not in shared rooms|no dorms|avoid shared rooms|not be shared|shouldn’t be shared|non shared|don’t want a shared room|don’t want shared rooms|don’t require sharing|mustn’t be shared|must not be shared|can’t be shared|cannot be shared|won’t share a room|will not share a room|no sharing rooms|not to be shared|no shared',
};

/** What a lodging must allow, by what people mention. */
export const ruleWords: Record<HouseRule, string> = {
  smoking: 'smoking|smoke|smoker|smokers|smoking allowed|rauchen|fumer|fumar|fumare|cigarettes',
  pets: 'pet|pets|pet friendly|dog|dogs|cat|cats|our dog|puppy|dog friendly|haustier|haustiere|hund|chien|perro|cane|mascotas|mascota|animali|animaux|furry friend|furry friends|huisdieren|hond|gato|chat',
  parties:
    'parties|party|host a party|hosting parties|party friendly|throw a party|throw parties|hosting a party|host parties|celebrations|partying|celebration|have parties|party at the accommodation',
  children_under_10:
    'children under 10|children under ten|kids under 10|kids under ten|child under 10|children under the age of 10|kids under the age of 10|children younger than 10|children under the age of ten|child friendly accommodation|children below 10|kids below 10|kids younger than 10|young children|children below the age of 10|kids welcome|children welcome|under 10s|child under the age of 10|small children|kids allowed|children allowed',
  visitors:
    'visitors|visitor|overnight guests|guests over|have guests over|visitors allowed|invite guests|guests to visit|host visitors|have friends over|host guests',
};

export const lodgingWords: Record<string, string> = {
  hotel: 'hotel|hotels|hôtel|hôtels|albergo|alberghi|ホテル',
  hostel:
    'hostel|hostels|backpackers|youth hostel|youth hostels|jugendherberge|auberge de jeunesse|auberges de jeunesse|jugendherbergen|albergue|albergues|hostales|ostello|ostelli|ホステル|hostal',
  ryokan: 'ryokan|ryokans|旅館',
  airbnb:
    'airbnb|airbnbs|vacation rental|vacation rentals|holiday rental|vrbo|air bnb|ferienwohnung|holiday let',
  apartment:
    'apartment|apartments|flat|flats|condo|serviced apartment|appartement|apartamento|appartamento|wohnung',
  resort: 'resort|resorts|all inclusive resort|all inclusive',
  'bed and breakfast':
    'bed and breakfast|b b|bnb|bed breakfast|guesthouse|guest house|guesthouses|pension|guest houses|bed and breakfasts|gîte',
  villa: 'villa|villas',
  motel: 'motel|motels',
  campsite: 'camping|campsite|campground|tent|campsites|glamping|campgrounds|campervan|rv',
  'boutique hotel': 'boutique hotel|boutique hotels',
  cabin: 'cabin|cabins|chalet|chalets|lodge|lodges',
  riad: 'riad|riads',
  capsule: 'capsule hotel|capsule hotels',
};

export const transportWords: Record<TransportMode, string> = {
  flight:
    'flight|flights|fly|flying|plane|planes|airplane|airplanes|by air|air travel|airline|airlines|aeroplane|flug|flüge|fliegen|flugzeug|avion|vol|vols|vuelo|vuelos|avión|volar|volo|voli|aereo|volare|voar|voler|voo|voos|avião|vlucht|vliegen|vliegtuig|飛行機',
  train:
    'train|trains|rail|by rail|railway|railways|bullet train|shinkansen|high speed train|zug|bahn|tren|treno|treni|trem|comboio|trein|電車|新幹線|eurostar|amtrak|interrail|eurail',
  bus: 'bus|buses|coach|coaches|busse|autobus|autobús|bus rides|greyhound',
  self_driving:
    'self driving|self drive|drive|driving|car|rental car|rent a car|car rental|renting a car|road trip|own car|selfdriving|auto|mietwagen|voiture|coche|macchina|carro|rental cars|hire a car|hire car|car hire|drive ourselves|driving ourselves|roadtrip|rent cars|by car|rented car|personal vehicle|drive myself|behind the wheel',
  taxi: 'taxi|taxis|uber|ubers|cab|cabs|lyft|rideshare|ride share|private driver|タクシー|ride sharing',
  ferry: 'ferry|ferries|fähre|traghetto|transbordador',
};

export const cabinWords = {
  economy: 'economy class|economy|coach class',
  premium_economy: 'premium economy',
  business: 'business class|business|fly business',
  first: 'first class|fly first',
} as const;

export const directWords =
  'direct flight|direct flights|direct only|nonstop|non stop|non stop flight|non stop flights|nonstop flight|nonstop flights|no layovers|no layover|no stopovers|no stopover|without layovers|without stopovers|no connections|no connecting flights|without stops|direktflug|direktflüge|vol direct|vols directs|vuelo directo|vuelos directos|volo diretto|voo direto|directe vlucht|fly direct|no stops|without changing planes|no changes|without connections|direct connection';

export const paceWords = {
  relaxed:
    'relaxed|relaxing|slow pace|slow paced|slowly|laid back|easy pace|easygoing|easy going|chill|leisurely|not too busy|take it easy|relax|slow|not rushed|nothing rushed|no rush|no rushing|unhurried|without rushing|entspannt|tranquilo|tranquille|rilassante|relaxte|gemütlich|calm|no rush|not too packed|lazy|slower pace|gentle pace|not too hectic|less hectic|slow travel|plenty of downtime|lots of downtime|downtime|relaxed pace|relaxing pace|not packed|low key|little walking|minimal walking|as little walking as possible|walk as little as possible|wenig laufen|peu de marche|poca caminata|poco da camminare|weinig lopen',
  balanced: 'balanced|moderate pace|moderate|balanced pace|medium pace|not too fast not too slow',
  packed:
    'packed|fast paced|fast pace|action packed|busy|as much as possible|see everything|full schedule|jam packed|pack it in|packed schedule|intense|non stop sightseeing|squeeze in as much|see as much as we can|see as much as i can|cram|packed itinerary|full on|busy schedule|energetic|do everything|see it all|see as much as possible',
} as const;

/** Much walking; who refuses it wants to take it easy. */
export const walkingWords =
  'walk much|walk very much|walk a lot|walk too much|walk so much|walk all day|walk everywhere|walking a lot|walking much|too much walking|much walking|a lot of walking|lots of walking|so much walking|walk long distances|viel laufen|zu viel laufen|viel gehen|viel zu fuß|beaucoup marcher|trop marcher|marcher beaucoup|marcher trop|caminar mucho|caminar demasiado|andar mucho|camminare molto|camminare troppo|camminare tanto|andar muito|caminhar muito|veel lopen|te veel lopen|veel wandelen';

/** Well-known sights, so that they are found in any spelling. */
export const sights =
  'Eiffel Tower|Louvre|Louvre Museum|Notre-Dame|Notre Dame Cathedral|Arc de Triomphe|Sacré-Cœur|Montmartre|Musée d’Orsay|Versailles|Palace of Versailles|Colosseum|Vatican Museums|Sistine Chapel|St. Peter’s Basilica|Trevi Fountain|Pantheon|Roman Forum|Spanish Steps|Uffizi|Uffizi Gallery|Ponte Vecchio|Leaning Tower of Pisa|Grand Canal|St. Mark’s Basilica|Pompeii|Sagrada Família|Park Güell|Casa Batlló|La Rambla|Alhambra|Prado|Prado Museum|Belém Tower|Jerónimos Monastery|Tower Bridge|Tower of London|Big Ben|British Museum|Buckingham Palace|London Eye|Westminster Abbey|Stonehenge|Windsor Castle|Edinburgh Castle|Brandenburg Gate|Reichstag|Berlin Wall|Museum Island|Checkpoint Charlie|Neuschwanstein|Neuschwanstein Castle|Schönbrunn|Schönbrunn Palace|Charles Bridge|Prague Castle|Anne Frank House|Rijksmuseum|Van Gogh Museum|Keukenhof|Acropolis|Parthenon|Hagia Sophia|Blue Mosque|Topkapi Palace|Grand Bazaar|Galata Tower|Pyramids|Pyramids of Giza|Sphinx|Statue of Liberty|Empire State Building|Times Square|Central Park|Brooklyn Bridge|Metropolitan Museum|Golden Gate Bridge|Alcatraz|Space Needle|Hollywood Sign|Mount Rushmore|Niagara Falls|Christ the Redeemer|Sugarloaf Mountain|Fushimi Inari|Kinkaku-ji|Golden Pavilion|Kiyomizu-dera|Arashiyama|Senso-ji|Shibuya Crossing|Tokyo Tower|Tokyo Skytree|Meiji Shrine|teamLab|Ghibli Museum|Tsukiji Market|Mount Fuji|Mt Fuji|Tokyo Disneyland|Osaka Castle|Great Wall|Great Wall of China|Forbidden City|Taj Mahal|Grand Palace|Wat Pho|Wat Arun|Chatuchak Market|Marina Bay Sands|Gardens by the Bay|Sentosa|Angkor Wat|Petronas Towers|Burj Khalifa|Sydney Opera House|Opera House|Table Mountain|Robben Island|Mont-Saint-Michel|Disneyland Paris|Disneyland|Blue Lagoon|Golden Circle|Tivoli Gardens|Little Mermaid|Vasa Museum|Buda Castle|Széchenyi Baths|Plaza Mayor|Retiro Park|Camp Nou|Sultan Ahmed Mosque|Gion|Nijo Castle|Asakusa|Akihabara|Harajuku|Ginza|Shinjuku|Chinatown|Little India|Soho|Covent Garden|Hyde Park|Camden Market|Trastevere|Gothic Quarter|Alfama|Marais|Latin Quarter|Champs-Élysées|Père Lachaise|Catacombs|Moulin Rouge';
