<?xml version="1.0" encoding="UTF-8"?>
<!-- Text on its way into Typst. Punctuation, no-break rules and capitals are the setting's business (words.typ): SaxonJS
     builds the character classes that they need anew at each call, which takes a hundred times as long. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The one way of text into Typst: a string literal. Typst knows two characters that could end one
       (Typst reference, "Syntax", strings): the quotation mark and the backslash. -->
  <xsl:function name="p:string" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:variable name="line" select="translate($text, '&#x9;&#xA;&#xD;', '   ')"/>
    <xsl:variable name="escaped" select="if (contains($line, '\') or contains($line, '&quot;')) then replace($line, '([\\&quot;])', '\\$1') else $line"/>
    <xsl:sequence select="'&quot;' || $escaped || '&quot;'"/>
  </xsl:function>

  <xsl:function name="p:strings" as="xs:string">
    <xsl:param name="texts" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($texts ! (p:string(.) || ', ')) || ')'"/>
  </xsl:function>

  <!-- White space runs become one space; ends are kept, because they may part two words of mixed content. -->
  <xsl:function name="p:collapse" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:variable name="guarded" select="normalize-space('|' || $text || '|')"/>
    <xsl:sequence select="substring($guarded, 2, string-length($guarded) - 2)"/>
  </xsl:function>

  <!-- The text of a heading as it is named elsewhere: supplied text in brackets, notes and breaks left out. -->
  <xsl:function name="p:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($pieces))"/>
  </xsl:function>

  <xsl:mode name="plain" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="plain" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="note | noteGrp | del | figDesc | fw | metamark | index | rdg | surplus | choice/sic | choice/abbr | choice/orig" mode="plain"/>
  <xsl:template match="lb" mode="plain" as="xs:string"><xsl:sequence select="' '"/></xsl:template>
  <xsl:template match="supplied[not(parent::head[@type = 'title'])]" mode="plain" as="xs:string*">
    <xsl:sequence select="'['"/>
    <xsl:apply-templates mode="plain"/>
    <xsl:sequence select="']'"/>
  </xsl:template>
</xsl:stylesheet>
