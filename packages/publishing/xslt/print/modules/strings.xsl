<?xml version="1.0" encoding="UTF-8"?>
<!-- Text on its way into Typst: escaping, printer's punctuation, no-break rules, capitals to small capitals. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The one way of text into Typst: a string literal. Typst knows two characters that could end one
       (Typst reference, "Syntax", strings): the quotation mark and the backslash. -->
  <xsl:function name="p:string" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="'&quot;' || replace(translate($text, '&#x9;&#xA;&#xD;', '   '), '([\\&quot;])', '\\$1') || '&quot;'"/>
  </xsl:function>

  <xsl:function name="p:strings" as="xs:string">
    <xsl:param name="texts" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($texts ! (p:string(.) || ', ')) || ')'"/>
  </xsl:function>

  <!-- White space runs become one space; ends are kept, because they may part two words of mixed content. -->
  <xsl:function name="p:collapse" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '[ \t\r\n]+', ' ')"/>
  </xsl:function>

  <!-- Printer's apostrophes, quotation marks and en rules for the typewriter's. `joined` says that the text
       continues a word, so that a mark at its beginning closes. -->
  <xsl:function name="p:typographic" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="joined" as="xs:boolean"/>
    <xsl:choose>
      <xsl:when test="not(matches($text, '[''&quot;\-]'))"><xsl:sequence select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="start" select="if ($joined) then replace(replace($text, '^''', '’'), '^&quot;', '”') else $text"/>
        <xsl:variable name="single" select="replace(replace($start, '(^|[\s(\[—–“&quot;])''', '$1‘'), '''', '’')"/>
        <xsl:variable name="double" select="replace(replace($single, '(^|[\s(\[—–‘])&quot;', '$1“'), '&quot;', '”')"/>
        <xsl:sequence select="replace($double, '(\d)-(\d|\p{Lu}\p{Ll}+ \d)', '$1–$2')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- No line ends inside "Mr Stalin", "J. V.", "No. 4", "p. 13", "November 2", "Volume Two". -->
  <xsl:function name="p:unbroken" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="titles" select="replace($text, '(^|[^\p{L}])(Mr|Mrs|Ms|Dr|M|Mme|St|General|Marshal|Admiral)(\.?) (\p{Lu}|$)', '$1$2$3&#xA0;$4')"/>
    <xsl:variable name="first" select="replace($titles, '(^|[^\p{L}.])(\p{Lu}\.) (\p{Lu})', '$1$2&#xA0;$3')"/>
    <xsl:variable name="initials" select="replace($first, '(^|[^\p{L}.])(\p{Lu}\.) (\p{Lu})', '$1$2&#xA0;$3')"/>
    <xsl:variable name="references" select="replace($initials, '(^|[^\p{L}])(Nos?|pp?|Vols?|Doc|Docs|ff?|fol|c|ca)\. ([\d\[IVX]|$)', '$1$2.&#xA0;$3')"/>
    <xsl:variable name="volumes" select="replace($references, '(Volume|Part|Chapter) (One|Two|Three|Four|Five|Six|[IVX]+|\d)', '$1&#xA0;$2')"/>
    <xsl:sequence select="replace($volumes, '(January|February|March|April|May|June|July|August|September|October|November|December) (\d\d?)(\D|$)', '$1&#xA0;$2$3')"/>
  </xsl:function>

  <xsl:variable name="roman-numeral" select="'^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$'"/>

  <!-- "J. V. STALIN TO F. ROOSEVELT" becomes "J. V. Stalin to F. Roosevelt": words of two capitals or more. -->
  <xsl:function name="p:headline" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="\p{{Lu}}[\p{{Lu}}\p{{Mn}}]+(’\p{{Lu}}+)?">
        <xsl:matching-substring>
          <xsl:sequence select="
              if (matches(., $roman-numeral)) then .
              else if (lower-case(.) = ('to', 'and', 'the', 'of', 'for', 'in', 'on', 'by', 'from', 'with', 'at', 'under')) then lower-case(.)
              else substring(., 1, 1) || lower-case(substring(., 2))"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:variable name="whole" select="string-join($parts)"/>
    <xsl:sequence select="upper-case(substring($whole, 1, 1)) || substring($whole, 2)"/>
  </xsl:function>

  <!-- The text of a heading as it is named elsewhere: supplied text in brackets, notes and breaks left out. -->
  <xsl:function name="p:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="plain"/>
    </xsl:variable>
    <xsl:sequence select="p:unbroken(p:typographic(normalize-space(string-join($pieces)), false()))"/>
  </xsl:function>

  <xsl:mode name="plain" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="plain" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="note | del | figDesc | rdg | choice/sic | choice/abbr | choice/reg" mode="plain"/>
  <xsl:template match="lb" mode="plain" as="xs:string"><xsl:sequence select="' '"/></xsl:template>
  <xsl:template match="supplied[not(parent::head[@type = 'title'])]" mode="plain" as="xs:string*">
    <xsl:sequence select="'['"/>
    <xsl:apply-templates mode="plain"/>
    <xsl:sequence select="']'"/>
  </xsl:template>
</xsl:stylesheet>
