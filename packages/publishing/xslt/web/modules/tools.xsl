<?xml version="1.0" encoding="UTF-8"?>
<!-- Persons and places of a text: shown on demand by check boxes, without a script. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The volume's name of a person or place, else the name as it stands. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="known" select="$lookup?id(f:fragment($name/@ref))/(persName | placeName | orgName)"/>
    <xsl:sequence select="f:plain(if ($known) then $known[1] else $name)"/>
  </xsl:function>

  <!-- The same of many, each once, as the lines of a list: of those of a register with what it says of them. -->
  <xsl:function name="f:names" as="element()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="lines" as="element()*">
      <xsl:for-each-group select="$names" group-by="string(@ref)">
        <xsl:variable name="entry" select="$lookup?id(f:fragment(current-grouping-key()))[persName | placeName | orgName][1]"/>
        <xsl:for-each select="if ($entry) then f:plain($entry/(persName | placeName | orgName)[1]) else distinct-values(current-group() ! f:plain(.))">
          <li><xsl:call-template name="registered-name"><xsl:with-param name="id" select="$entry/@xml:id"/></xsl:call-template><xsl:if test="$entry/note"><xsl:text> </xsl:text><small><xsl:value-of select="f:plain($entry/note[1]/node())"/></small></xsl:if></li>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:for-each-group select="$lines" group-by="string(.)">
      <xsl:sort select="current-grouping-key()"/>
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The name that is the context, as a link where its entry of a register has a page. -->
  <xsl:template name="registered-name">
    <xsl:param name="id" as="item()?"/>
    <xsl:variable name="registered" select="$lookup?registered(string($id))"/>
    <xsl:choose>
      <xsl:when test="$registered"><a href="{$root}{$registered[1]/@slug}/{$id}/index.html"><xsl:value-of select="."/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tools">
    <xsl:variable name="persons" select="f:names($text/descendant::persName)"/>
    <xsl:variable name="places" select="f:names($text/descendant::placeName)"/>
    <aside class="tools" aria-label="{if ($current/self::c:entry) then 'Views and names' else 'Names in the text'}">
      <xsl:call-template name="views"/>
      <xsl:if test="exists(($persons, $places))">
        <p class="tool">Show in the text</p>
        <xsl:call-template name="toggle">
          <xsl:with-param name="id" select="'show-persons'"/>
          <xsl:with-param name="label" select="'Persons'"/>
          <xsl:with-param name="names" select="$persons"/>
        </xsl:call-template>
        <xsl:call-template name="toggle">
          <xsl:with-param name="id" select="'show-places'"/>
          <xsl:with-param name="label" select="'Places'"/>
          <xsl:with-param name="names" select="$places"/>
        </xsl:call-template>
      </xsl:if>
    </aside>
  </xsl:template>

  <xsl:template name="toggle">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="names" as="element()*"/>
    <xsl:if test="exists($names)">
      <div class="toggle">
        <label for="{$id}"><input type="checkbox" id="{$id}" autocomplete="off"/><xsl:value-of select="$label || ', ' || count($names)"/></label>
        <ul role="list" class="names">
          <xsl:sequence select="$names"/>
        </ul>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
